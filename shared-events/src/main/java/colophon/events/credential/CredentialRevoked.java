package colophon.events.credential;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * A certificate is not valid any more.
 *
 * @param barred true if it was somebody's decision: it is not conferred again by itself
 */
@Stored(as = "CredentialRevoked", version = 1)
public record CredentialRevoked(
        String credentialId,
        String studentId,
        String certificateId,
        boolean barred,
        String reason,
        LocalDate revokedOn)
        implements CredentialEvent {}
