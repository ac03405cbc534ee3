package colophon.commands.credential;

import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;

import java.time.LocalDate;
import java.util.List;

/** Events of credential k-1 of student s-1. */
final class CredentialFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private CredentialFacts() {}

    static CertificateConferred conferred() {
        return new CertificateConferred(
                "k-1", "s-1", "c-1", "rbs", "uva", 1, null, List.of("e-1"), List.of(), null, MAY);
    }

    static CredentialRevoked revoked(String reason, LocalDate on) {
        return new CredentialRevoked("k-1", "s-1", "c-1", true, reason, on);
    }

    static CredentialReinstated reinstated(String reason) {
        return new CredentialReinstated("k-1", "s-1", "c-1", reason, TODAY);
    }

    static CredentialSuperseded superseded() {
        return new CredentialSuperseded("k-1", "s-1", "c-1", "k-2", "wrong student", TODAY);
    }
}
