package colophon.events.credential;

import colophon.events.transcript.TranscriptEvent;

/**
 * Everything that can happen to one credential: a certificate that one student holds. It lies in
 * the stream of the transcript, too, which the credential rests on.
 */
public sealed interface CredentialEvent extends TranscriptEvent
        permits CertificateConferred,
                CredentialRevoked,
                CredentialReinstated,
                CredentialSuperseded {

    /** The credential this is about. */
    String credentialId();

    /** The student who holds it. */
    @Override
    String studentId();
}
