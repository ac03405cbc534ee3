package colophon.commands.program;

import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.ProgramOpened;

import java.time.LocalDate;
import java.util.List;

/** The rules of a certificate. Pure: no clock, no I/O, no framework. */
public sealed interface Certificate {

    /** How certificates are loaded. */
    Subject<Certificate, CertificateEvent> SUBJECT =
            new Subject<>("certificate", new Unknown(), Certificate::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Certificate {}

    /** It can be earned. */
    record Defined(CertificateDefined as) implements Certificate {}

    /**
     * An empty list when the same certificate had been defined; {@code today} is the first day of
     * its requirement.
     */
    static List<CertificateEvent> decide(
            DefineCertificate r, ProgramOpened program, Certificate certificate, LocalDate today) {
        if (certificate instanceof Defined before && same(r, before.as())) return List.of();
        if (certificate instanceof Defined)
            throw new Refusal(
                    ID_TAKEN,
                    "Certificate "
                            + r.certificateId()
                            + " exists with another title, program or requirement.");
        return List.of(
                new CertificateDefined(
                        r.certificateId(),
                        r.programId(),
                        program.institutionId(),
                        r.title(),
                        r.conferral(),
                        1,
                        today,
                        r.requirement()));
    }

    /** The state after one more event. */
    static Certificate evolve(Certificate certificate, CertificateEvent event) {
        return switch (event) {
            case CertificateDefined e -> new Defined(e);
        };
    }

    /** What is known of it, or the refusal that it does not exist. */
    static CertificateDefined known(Certificate certificate, String id) {
        if (!(certificate instanceof Defined defined))
            throw new Refusal(CERTIFICATE_NOT_FOUND, "There is no certificate " + id + ".");
        return defined.as();
    }

    private static boolean same(DefineCertificate r, CertificateDefined before) {
        return r.programId().equals(before.programId())
                && r.title().equals(before.title())
                && r.conferral().equals(before.conferral())
                && r.requirement().equals(before.requirement());
    }
}
