package colophon.views.history.text;

import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.RequirementRevised;

/** The texts of the events of a certificate. */
final class CertificateText {

    private CertificateText() {}

    static String of(CertificateEvent event) {
        return switch (event) {
            case CertificateDefined _ -> "Certificate {certificateId} can be earned: {title}";
            case RequirementRevised _ ->
                    "Version {version} of the requirement of certificate {certificateId} applies"
                            + " from {appliesFrom}";
        };
    }
}
