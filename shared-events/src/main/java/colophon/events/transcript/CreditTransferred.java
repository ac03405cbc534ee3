package colophon.events.transcript;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A course that a student took at another institution counts as a course here.
 *
 * @param courseId the course it counts as
 * @param units units it is worth here, or null if the program counts courses
 * @param source where it was earned
 */
@Stored(as = "CreditTransferred", version = 1)
public record CreditTransferred(
        String studentId,
        String creditId,
        String courseId,
        String programId,
        String institutionId,
        @Nullable BigDecimal units,
        @Nullable String grade,
        @BusinessDate LocalDate completedOn,
        String source,
        String reason)
        implements TranscriptChange {}
