package colophon.views.catalog;

import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.requirement.Requirement;
import colophon.views.reading.Edition;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers: what can be earned, and what did it ask for in each of its versions?
 *
 * @param versions by their number; never empty
 */
public record Certificate(
        String id,
        String programId,
        String institutionId,
        String title,
        String conferral,
        SortedMap<Integer, Version> versions) {

    /** All certificates; {@code program} finds those of one, by id. */
    public static final View<Certificate> VIEW =
            View.<Certificate>of(
                            "certificates",
                            event -> event instanceof CertificateEvent e ? e.certificateId() : null,
                            Certificate::evolve)
                    .indexed("program", Certificate::programId, _ -> "");

    /** What a certificate asks of candidacies declared from a day on, inclusive. */
    public record Version(int number, LocalDate appliesFrom, Requirement requirement) {}

    /** The certificate; the problem certificate-not-found if there is none. */
    public static Certificate in(Edition views, String id) {
        var certificate = views.of(VIEW).get(id);
        if (certificate == null)
            throw QueryProblem.CERTIFICATE_NOT_FOUND.because("No certificate " + id);
        return certificate;
    }

    /** The version with the highest number. */
    public Version latest() {
        return requireNonNull(versions.get(versions.lastKey()));
    }

    /** What a version asks. Throws IllegalStateException if there is no such version. */
    public Requirement requirement(int version) {
        return View.existing(versions.get(version), "version of " + id, String.valueOf(version))
                .requirement();
    }

    static Certificate evolve(@Nullable Certificate before, Recorded<?> fact) {
        return switch ((CertificateEvent) fact.event()) {
            case CertificateDefined e -> {
                var versions = new TreeMap<Integer, Version>();
                versions.put(
                        e.version(), new Version(e.version(), e.appliesFrom(), e.requirement()));
                yield new Certificate(
                        e.certificateId(),
                        e.programId(),
                        e.institutionId(),
                        e.title(),
                        e.conferral(),
                        versions);
            }
        };
    }
}
