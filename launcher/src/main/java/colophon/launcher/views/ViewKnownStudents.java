package colophon.launcher.views;

import colophon.commands.student.KnownStudents;
import colophon.views.reading.ViewDatabase;
import colophon.views.student.Student;

import org.springframework.stereotype.Component;

import java.util.Set;

/** Knows from the current views where a student is known by name. */
@Component
class ViewKnownStudents implements KnownStudents {

    private final ViewDatabase database;

    ViewKnownStudents(ViewDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> institutions(String studentId) {
        var student = database.snapshot().of(Student.VIEW).get(studentId);
        return student == null ? Set.of() : student.namedAt();
    }
}
