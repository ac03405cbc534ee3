package colophon.views.catalog;

import static java.util.Objects.requireNonNull;

import colophon.api.problem.NotFound;
import colophon.events.Recorded;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.Requirement;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers: what can be earned, and what did each version of it require?
 *
 * @param lapse when a candidacy lapses, or null if it never does
 * @param versions by number; never empty
 */
public record Certificate(
        String id,
        String programId,
        String institutionId,
        String title,
        String conferral,
        @Nullable Lapse lapse,
        SortedMap<Integer, Version> versions) {

    /** All certificates; the index {@code program} finds those of a program, by id. */
    public static final View<Certificate> VIEW =
            View.<Certificate>of(
                            "certificates",
                            Certificate.class,
                            event -> event instanceof CertificateEvent e ? e.certificateId() : null,
                            Certificate::evolve)
                    .indexed("program", Certificate::programId, _ -> "");

    /** What a certificate requires of candidacies declared on or after a day. */
    public record Version(
            int number, LocalDate appliesFrom, Requirement requirement, List<Pathway> pathways) {

        /** The courses of a pathway; empty if there is no such pathway, or none was chosen. */
        public Set<String> courses(@Nullable String pathway) {
            for (var one : pathways) if (one.id().equals(pathway)) return Set.copyOf(one.courses());
            return Set.of();
        }
    }

    /** Finds the certificate. Throws certificate-not-found if there is none. */
    public static Certificate in(ViewSnapshot views, String id) {
        var certificate = views.of(VIEW).get(id);
        if (certificate == null) throw unknown(id);
        return certificate;
    }

    /**
     * Finds the certificate if the viewer may see its candidates. Otherwise throws
     * certificate-not-found, as if there were none.
     */
    public static Certificate in(ViewSnapshot views, Viewer viewer, String id) {
        var certificate = in(views, id);
        if (!viewer.sees(certificate.institutionId())) throw unknown(id);
        return certificate;
    }

    /** The problem certificate-not-found. */
    public static RuntimeException unknown(String id) {
        return new NotFound(QueryProblem.CERTIFICATE_NOT_FOUND, "No certificate " + id);
    }

    /** The version with the highest number. */
    public Version latest() {
        return requireNonNull(versions.get(versions.lastKey()));
    }

    /**
     * The version that applies to a candidacy declared on that day. Before the second version
     * starts to apply, it is the first.
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
