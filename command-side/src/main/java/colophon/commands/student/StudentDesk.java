package colophon.commands.student;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class StudentDesk implements Desk {

    private final Subjects subjects;

    StudentDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(RegisterStudent command) {
        var stream = Student.SUBJECT.stream(command.studentId());
        subjects.lock(stream);
        var decided = Student.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.studentId()));
    }

    record Made(String id) {}
}
