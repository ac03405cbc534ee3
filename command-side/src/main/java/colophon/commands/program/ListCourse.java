package colophon.commands.program;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * Lists a course in the catalog of a program.
 *
 * @param code catalog number, or null
 * @param units academic units, or null if the program counts courses
 */
public record ListCourse(
        String courseId,
        String programId,
        String title,
        @Nullable String code,
        @Nullable BigDecimal units,
        List<String> subjects) {}
