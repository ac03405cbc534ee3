package colophon.commands.enrollment;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Enrolls a student in an offering.
 *
 * @param effectiveOn null for today
 */
public record Enroll(
        String enrollmentId,
        String studentId,
        String offeringId,
        @Nullable LocalDate effectiveOn) {}
