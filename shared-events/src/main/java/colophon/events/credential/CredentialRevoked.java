package colophon.events.credential;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/**
 * A certificate is no longer valid.
 *
 * @param barred true if a person decided it: then it is not conferred again automatically
 */
@Stored(as = "CredentialRevoked", version = 1)
public record CredentialRevoked(
        String credentialId,
        String studentId,
        String certificateId,
        boolean barred,
        String reason,
        @BusinessDate LocalDate revokedOn)
        implements CredentialEvent {}
