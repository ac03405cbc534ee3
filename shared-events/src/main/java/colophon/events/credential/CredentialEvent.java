package colophon.events.credential;

/** Everything that can happen to one credential: a certificate in somebody's hands. */
public sealed interface CredentialEvent
        permits CertificateConferred,
                CredentialRevoked,
                CredentialReinstated,
                CredentialSuperseded {

    /** The credential this is about. */
    String credentialId();

    /** Whose it is. */
    String studentId();
}
