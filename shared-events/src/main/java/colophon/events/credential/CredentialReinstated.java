package colophon.events.credential;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/** The revocation of a certificate was wrong: it is valid again. */
@Stored(as = "CredentialReinstated", version = 1)
public record CredentialReinstated(
        String credentialId,
        String studentId,
        String certificateId,
        String reason,
        @BusinessDate LocalDate reinstatedOn)
        implements CredentialEvent {}
