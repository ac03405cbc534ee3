package colophon.events.program;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * A course entered the catalog of a program.
 *
 * @param code the catalog number, or null
 * @param units academic units it is worth, or null if the program counts courses
 */
@Stored(as = "CourseListed", version = 1)
public record CourseListed(
        String courseId,
        String programId,
        String institutionId,
        String title,
        @Nullable String code,
        @Nullable BigDecimal units,
        List<String> subjects)
        implements CourseEvent {}
