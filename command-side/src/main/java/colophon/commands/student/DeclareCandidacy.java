package colophon.commands.student;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student declares for a certificate.
 *
 * @param declaredOn null for today
 */
public record DeclareCandidacy(
        String studentId,
        String certificateId,
        boolean matriculated,
        @Nullable LocalDate declaredOn) {}
