package colophon.commands.program;

import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.PATHWAY_UNKNOWN;
import static colophon.commands.Reason.REQUIREMENT_TOO_COMPLEX;
import static colophon.commands.Reason.REQUIREMENT_VERSION_NOT_FOUND;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CertificateEvent;
import colophon.events.program.Pathway;
import colophon.events.program.ProgramOpened;
import colophon.events.program.RequirementRevised;
import colophon.events.progress.tree.EvaluationEffort;
import colophon.events.requirement.Requirement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules of a certificate. */
public sealed interface Certificate {

    /** How certificates are loaded. */
    StreamType<Certificate, CertificateEvent> STREAM =
            new StreamType<>(
                    "certificate", new Unknown(), Certificate::evolve, CERTIFICATE_NOT_FOUND);

    /** The certificate does not exist. */
    record Unknown() implements Certificate {}

    /** The certificate is defined; {@code versions} are in order of their numbers, from 1. */
    record Defined(CertificateDefined as, List<Version> versions) implements Certificate {

        /** The newest version that applies on that day, or else the first version. */
        public Version inForce(LocalDate day) {
            var inForce = versions.getFirst();
            for (var version : versions) if (!version.appliesFrom().isAfter(day)) inForce = version;
            return inForce;
        }

        /** The version with this number. Refused if it does not exist. */
        public Version version(int number) {
            if (number < 1 || number > versions.size())
                throw new Refusal(
                        REQUIREMENT_VERSION_NOT_FOUND,
                        "Certificate "
                                + as.certificateId()
                                + " has no version "
                                + number
                                + " of its requirement.");
            return versions.get(number - 1);
        }
    }

    /** A version of the requirement, for candidacies declared from a day on, inclusive. */
    record Version(
            int number, LocalDate appliesFrom, Requirement requirement, List<Pathway> pathways) {

        /**
         * The pathway with this id, or null if this version has no pathways. Refused if the choice
         * is missing or unknown.
         */
        public @Nullable Pathway pathway(@Nullable String id) {
            if (pathways.isEmpty() && id == null) return null;
            for (var pathway : pathways) if (pathway.id().equals(id)) return pathway;
            var known = pathways.stream().map(Pathway::id).toList();
            throw new Refusal(
                    PATHWAY_UNKNOWN,
                    id == null
                            ? "Choose a pathway from " + known + "."
                            : "There is no pathway " + id + " among " + known + ".");
        }
    }

    /**
     * Defines a certificate. Its requirement applies from {@code today}. Returns an empty list if
     * the same certificate is defined already.
     */
    static List<CertificateEvent> decide(
            DefineCertificate command,
            ProgramOpened program,
            Certificate certificate,
            LocalDate today) {
        if (certificate instanceof Defined before && same(command, before.as())) return List.of();
        if (certificate instanceof Defined)
            throw new Refusal(
                    ID_TAKEN,
                    "Certificate "
                            + command.certificateId()
                            + " exists with another title, program or requirement.");
        requirePathways(command.requirement(), command.pathways());
        requireBearable(command.requirement());
        return List.of(
                new CertificateDefined(
                        command.certificateId(),
                        command.programId(),
                        program.institutionId(),
                        command.title(),
                        command.conferral(),
                        1,
                        today,
                        command.requirement(),
                        command.pathways(),
                        command.lapse()));
    }

    /** Revises the requirement. Returns an empty list if the newest version is the same. */
    static List<CertificateEvent> decide(ReviseRequirement command, Certificate certificate) {
        var latest = defined(certificate, command.certificateId()).versions().getLast();
        var pathways = requireNonNullElse(command.pathways(), latest.pathways());
        var revised =
                new Version(
                        latest.number(), command.appliesFrom(), command.requirement(), pathways);
        if (revised.equals(latest)) return List.of();
        requirePathways(command.requirement(), pathways);
        requireBearable(command.requirement());
        return List.of(
                new RequirementRevised(
                        command.certificateId(),
                        latest.number() + 1,
                        command.appliesFrom(),
                        command.requirement(),
                        pathways));
    }

    /** The state after one more event. */
    static Certificate evolve(Certificate certificate, CertificateEvent event) {
        return switch (event) {
            case CertificateDefined e ->
                    new Defined(
                            e,
                            List.of(
                                    new Version(
                                            e.version(),
                                            e.appliesFrom(),
                                            e.requirement(),
                                            e.pathways())));
            case RequirementRevised e -> {
                var before = defined(certificate, e.certificateId());
                var versions = new ArrayList<>(before.versions());
                versions.add(
                        new Version(e.version(), e.appliesFrom(), e.requirement(), e.pathways()));
                yield new Defined(before.as(), List.copyOf(versions));
            }
        };
    }

    /** The event that defined it. Refused if it does not exist. */
    static CertificateDefined require(Certificate certificate, String id) {
        return defined(certificate, id).as();
    }

    /** The defined certificate. Refused if it does not exist. */
    static Defined defined(Certificate certificate, String id) {
        return STREAM.require(certificate, Defined.class, id);
    }

    private static void requirePathways(Requirement requirement, List<Pathway> pathways) {
        if (requirement.hasPathways() && pathways.isEmpty())
            throw new Refusal(
                    PATHWAY_UNKNOWN, "The requirement counts courses of a pathway, but has none.");
        if (pathways.stream().map(Pathway::id).distinct().count() < pathways.size())
            throw new Refusal(ID_TAKEN, "Two pathways have the same id.");
    }

    /** Refuses a requirement that is too costly to evaluate, before anyone depends on it. */
    private static void requireBearable(Requirement requirement) {
        var effort = EvaluationEffort.of(requirement);
        if (!effort.isBearable()) throw new Refusal(REQUIREMENT_TOO_COMPLEX, effort.advice());
    }

    private static boolean same(DefineCertificate command, CertificateDefined before) {
        return command.programId().equals(before.programId())
                && command.title().equals(before.title())
                && command.conferral().equals(before.conferral())
                && command.requirement().equals(before.requirement())
                && command.pathways().equals(before.pathways())
                && Objects.equals(command.lapse(), before.lapse());
    }
}
