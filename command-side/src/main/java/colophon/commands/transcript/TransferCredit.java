package colophon.commands.transcript;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a student learned elsewhere is to count as a course here.
 *
 * @param units null for what the course is worth
 * @param completedOn null for today
 * @param source where it was earned
 */
public record TransferCredit(
        String creditId,
        String studentId,
        String courseId,
        @Nullable BigDecimal units,
        @Nullable String grade,
        @Nullable LocalDate completedOn,
        String source,
        String reason) {}
