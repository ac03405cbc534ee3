package colophon.views.history.text;

import colophon.events.program.CourseEvent;
import colophon.events.program.CourseListed;

/** The texts of the events of a course. */
final class CourseText {

    private CourseText() {}

    static String of(CourseEvent event) {
        return switch (event) {
            case CourseListed _ ->
                    "Course {courseId} entered the catalog of program {programId}: {title}";
        };
    }
}
