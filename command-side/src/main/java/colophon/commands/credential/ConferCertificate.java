package colophon.commands.credential;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Confers a certificate on a student, as an approval.
 *
 * @param conferredOn null for today
 */
public record ConferCertificate(
        String studentId, String certificateId, @Nullable LocalDate conferredOn) {}
