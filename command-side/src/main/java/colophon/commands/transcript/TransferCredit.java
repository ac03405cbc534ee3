package colophon.commands.transcript;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Lets a course taken at another institution count as a course here.
 *
 * @param units units to credit, or null for the units of the course
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
