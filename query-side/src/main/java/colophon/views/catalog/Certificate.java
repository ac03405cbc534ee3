package colophon.views.catalog;

import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.Requirement;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers: what can be earned, and what did it ask for in each of its versions?
 *
 * @param lapse when a candidacy ends by itself, or null
 * @param versions by their number; never empty
 */
public record Certificate(
        String id,
        String programId,
        String institutionId,
        String title,
        String conferral,
        @Nullable Lapse lapse,
        SortedMap<Integer, Version> versions) {

    /** All certificates; {@code program} finds those of one, by id. */
    public static final View<Certificate> VIEW =
            View.<Certificate>of(
                            "certificates",
                            Certificate.class,
                            event -> event instanceof CertificateEvent e ? e.certificateId() : null,
                            Certificate::evolve)
                    .indexed("program", Certificate::programId, _ -> "");

    /** What a certificate asks of candidacies declared from a day on, inclusive. */
    public record Version(
            int number, LocalDate appliesFrom, Requirement requirement, List<Pathway> pathways) {

        /** The courses of a pathway; none where it has no such, or none was chosen. */
        public Set<String> courses(@Nullable String pathway) {
            for (var one : pathways) if (one.id().equals(pathway)) return Set.copyOf(one.courses());
            return Set.of();
        }
    }

    /** The certificate; the problem certificate-not-found if there is none. */
    public static Certificate in(Edition views, String id) {
        var certificate = views.of(VIEW).get(id);
        if (certificate == null) throw unknown(id);
        return certificate;
    }

    /**
     * The certificate, whose candidates may be shown to the one who asks; else the same problem, as
     * if there were none.
     */
    public static Certificate in(Edition views, Onlooker onlooker, String id) {
        var certificate = in(views, id);
        if (!onlooker.sees(certificate.institutionId())) throw unknown(id);
        return certificate;
    }

    /** The problem that there is no such certificate. */
    public static RuntimeException unknown(String id) {
        return QueryProblem.CERTIFICATE_NOT_FOUND.because("No certificate " + id);
    }

    /** The version with the highest number. */
    public Version latest() {
        return requireNonNull(versions.get(versions.lastKey()));
    }

    /**
     * The version that a candidacy declared on that day falls under; at first there is only one.
     */
    public Version inForce(LocalDate day) {
        var found = requireNonNull(versions.get(versions.firstKey()));
        for (var version : versions.values())
            if (!version.appliesFrom().isAfter(day)) found = version;
        return found;
    }

    /** A version. Throws IllegalStateException if there is no such version. */
    public Version version(int number) {
        return View.existing(versions.get(number), "version of " + id, String.valueOf(number));
    }

    static Certificate evolve(@Nullable Certificate before, Recorded<?> fact) {
        return switch ((CertificateEvent) fact.event()) {
            case CertificateDefined e ->
                    new Certificate(
                                    e.certificateId(),
                                    e.programId(),
                                    e.institutionId(),
                                    e.title(),
                                    e.conferral(),
                                    e.lapse(),
                                    new TreeMap<>())
                            .with(
                                    new Version(
                                            e.version(),
                                            e.appliesFrom(),
                                            e.requirement(),
                                            e.pathways()));
            case RequirementRevised e ->
                    View.existing(before, "certificate", e.certificateId())
                            .with(
                                    new Version(
                                            e.version(),
                                            e.appliesFrom(),
                                            e.requirement(),
                                            e.pathways()));
        };
    }

    private Certificate with(Version version) {
        var all = new TreeMap<>(versions);
        all.put(version.number(), version);
        return new Certificate(id, programId, institutionId, title, conferral, lapse, all);
    }
}
