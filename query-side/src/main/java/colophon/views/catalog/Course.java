package colophon.views.catalog;

import colophon.events.Recorded;
import colophon.events.program.CourseEvent;
import colophon.events.program.CourseListed;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/** Answers: what is this course called, and which program offers it? */
public record Course(
        String id,
        String programId,
        String institutionId,
        String title,
        @Nullable String code,
        @Nullable BigDecimal units,
        List<String> subjects) {

    /** All courses; the indexes {@code program} and {@code institution} find theirs, by id. */
    public static final View<Course> VIEW =
            View.<Course>of(
                            "courses",
                            Course.class,
                            event -> event instanceof CourseEvent e ? e.courseId() : null,
                            Course::evolve)
                    .indexed("program", Course::programId, _ -> "")
                    .indexed("institution", Course::institutionId, _ -> "");

    /** The title of a course, or null if there is no such course. */
    public static @Nullable String title(ViewSnapshot views, String courseId) {
        var course = views.of(VIEW).get(courseId);
        return course == null ? null : course.title();
    }

    static Course evolve(@Nullable Course before, Recorded<?> fact) {
        return switch ((CourseEvent) fact.event()) {
            case CourseListed e ->
                    new Course(
                            e.courseId(),
                            e.programId(),
                            e.institutionId(),
                            e.title(),
                            e.code(),
                            e.units(),
                            e.subjects());
        };
    }
}
