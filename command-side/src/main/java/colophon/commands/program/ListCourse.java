package colophon.commands.program;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * A course enters the catalog of a program.
 *
 * @param code catalog number, or null
 * @param units academic units, or null where the program counts courses
 */
public record ListCourse(
        String courseId,
        String programId,
        String title,
        @Nullable String code,
        @Nullable BigDecimal units,
        List<String> subjects) {}
