package colophon.commands.enrollment.outcome;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Records how a course ended for a student.
 *
 * @param grade as the institution writes it, or null
 * @param completedOn null for today
 */
public record RecordOutcome(
        String enrollmentId,
        boolean completed,
        @Nullable String grade,
        @Nullable LocalDate completedOn) {}
