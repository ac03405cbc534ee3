package colophon.commands.program;

import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.events.program.CourseEvent;
import colophon.events.program.CourseListed;
import colophon.events.program.ProgramOpened;

import java.util.List;

/** The rules of a course in a catalog. */
public sealed interface Course {

    /** How courses are loaded. */
    StreamType<Course, CourseEvent> STREAM =
            new StreamType<>("course", new Unknown(), Course::evolve, COURSE_NOT_FOUND);

    /** The course does not exist. */
    record Unknown() implements Course {}

    /** The course is in the catalog. */
    record Listed(CourseListed as) implements Course {}

    /** Lists a course. Returns an empty list if the same course is listed already. */
    static List<CourseEvent> decide(ListCourse command, ProgramOpened program, Course course) {
        var listed =
                new CourseListed(
                        command.courseId(),
                        command.programId(),
                        program.institutionId(),
                        command.title(),
                        command.code(),
                        command.units(),
                        command.subjects());
        if (course instanceof Listed before && before.as().equals(listed)) return List.of();
        if (course instanceof Listed)
            throw new Refusal(
                    ID_TAKEN, "Course " + command.courseId() + " exists with other particulars.");
        return List.of(listed);
    }

    /** The state after one more event. */
    static Course evolve(Course course, CourseEvent event) {
        return switch (event) {
            case CourseListed e -> new Listed(e);
        };
    }

    /** The event that listed it. Refused if it does not exist. */
    static CourseListed require(Course course, String id) {
        return STREAM.require(course, Listed.class, id).as();
    }

    /** The same of the stream with this id. */
    static CourseListed require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }
}
