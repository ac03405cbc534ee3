package colophon.commands.enrollment;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student takes a seat in an offering.
 *
 * @param effectiveOn null for today
 */
public record Enroll(
        String enrollmentId,
        String studentId,
        String offeringId,
        @Nullable LocalDate effectiveOn) {}
