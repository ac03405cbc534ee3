package colophon.commands.credential;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Somebody approves that a student gets a certificate.
 *
 * @param conferredOn null for today
 */
public record ConferCertificate(
        String studentId, String certificateId, @Nullable LocalDate conferredOn) {}
