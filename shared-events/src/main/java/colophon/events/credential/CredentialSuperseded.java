package colophon.events.credential;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** Another credential for the same certificate takes its place. */
@Stored(as = "CredentialSuperseded", version = 1)
public record CredentialSuperseded(
        String credentialId,
        String studentId,
        String certificateId,
        String supersededBy,
        String reason,
        @BusinessDate LocalDate supersededOn)
        implements CredentialEvent {}
