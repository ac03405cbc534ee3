package colophon.events.credential;

/** Everything that can happen to one credential: a certificate that one student holds. */
public sealed interface CredentialEvent
        permits CertificateConferred,
                CredentialRevoked,
                CredentialReinstated,
                CredentialSuperseded {

    /** The credential this is about. */
    String credentialId();

    /** The student who holds it. */
    String studentId();
}
