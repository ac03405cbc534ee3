package colophon.views.history.text;

import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;

/** The texts of the events of a credential. */
final class CredentialText {

    private CredentialText() {}

    static String of(CredentialEvent event) {
        return switch (event) {
            case CertificateConferred _ ->
                    "Certificate {certificateId} is conferred on student {studentId} under version"
                        + " {requirementVersion} of its requirement (credential {credentialId})";
            case CredentialRevoked _ -> "Credential {credentialId} is revoked";
            case CredentialReinstated _ -> "Credential {credentialId} is reinstated";
            case CredentialSuperseded _ ->
                    "Credential {credentialId} is superseded by {supersededBy}";
        };
    }
}
