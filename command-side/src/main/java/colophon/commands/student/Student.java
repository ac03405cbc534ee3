package colophon.commands.student;

import static colophon.commands.Reason.ALREADY_DECLARED;
import static colophon.commands.Reason.CANDIDACY_NOT_FOUND;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.LEAVE_TOO_LONG;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.erasure.Erasure;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.commands.program.Certificate;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules of a student. */
public sealed interface Student {

    /** How students are loaded. */
    StreamType<Student, StudentEvent> STREAM =
            new StreamType<>("student", new Unknown(), Student::evolve, STUDENT_NOT_FOUND);

    /** The student does not exist. */
    record Unknown() implements Student {}

    /**
     * A registered student, with the candidacies by certificate. An erased student stays
     * registered.
     */
    record Known(StudentRegistered as, Map<String, Candidacy> candidacies, Erasure erasure)
            implements Student {

        /** True if they declared a candidacy at one of these institutions. */
        boolean isCandidateAtOneOf(Set<String> institutionIds) {
            return candidacies.values().stream()
                    .anyMatch(one -> institutionIds.contains(one.as().institutionId()));
        }
    }

    /**
     * Registers a student. Returns an empty list if the same person is registered under this id
     * already.
     */
    static List<StudentEvent> decide(RegisterStudent command, Student student) {
        if (student instanceof Known before && before.erasure() instanceof Erasure.Erased)
            throw Erasure.erased(command.studentId());
        if (student instanceof Known before
                && before.as().fingerprint().equals(command.fingerprint())) return List.of();
        if (student instanceof Known)
            throw new Refusal(
                    ID_TAKEN,
                    "Student " + command.studentId() + " exists with another name or email.");
        return List.of(
                new StudentRegistered(
                        command.studentId(),
                        command.givenName(),
                        command.familyName(),
                        command.email(),
                        command.fingerprint()));
    }

    /**
     * Declares a candidacy, under the version in force on its day. Returns an empty list if the
     * same candidacy was declared already.
     */
    static List<StudentEvent> decide(
            DeclareCandidacy command,
            Certificate.Defined certificate,
            Student student,
            LocalDate today) {
        var before =
                require(student, command.studentId()).candidacies().get(command.certificateId());
        if (before != null && same(command, before.as())) return List.of();
        if (before != null)
            throw new Refusal(
                    ALREADY_DECLARED,
                    "Student "
                            + command.studentId()
                            + " declared for "
                            + command.certificateId()
                            + " on "
                            + before.as().declaredOn()
                            + ".");
        var on = requireNonNullElse(command.declaredOn(), today);
        var version = certificate.inForce(on);
        version.pathway(command.pathway());
        return List.of(
                new CandidacyDeclared(
                        command.studentId(),
                        command.certificateId(),
                        certificate.as().programId(),
                        certificate.as().institutionId(),
                        version.number(),
                        command.matriculated(),
                        command.pathway(),
                        on));
    }

    /** Moves a candidacy. Returns an empty list if it has that version and pathway already. */
    static List<StudentEvent> decide(
            MoveCandidacy command,
            Certificate.Defined certificate,
            Student student,
            LocalDate today) {
        var before = candidacy(student, command.studentId(), command.certificateId());
        var version = certificate.version(command.requirementVersion());
        var kept = version.pathways().isEmpty() ? null : before.pathway();
        var pathway = command.pathway() == null ? kept : command.pathway();
        version.pathway(pathway);
        if (version.number() == before.requirementVersion()
                && Objects.equals(pathway, before.pathway())) return List.of();
        return List.of(
                new CandidacyMoved(
                        command.studentId(),
                        command.certificateId(),
                        version.number(),
                        pathway,
                        command.reason(),
                        today));
    }

    /** Grants leave. Returns an empty list if the same leave was granted already. */
    static List<StudentEvent> decide(
            GrantLeave command, Certificate.Defined certificate, Student student) {
        var candidacy = candidacy(student, command.studentId(), command.certificateId());
        if (command.until().isBefore(command.from()))
            throw new Refusal(
                    DATES_OUT_OF_ORDER,
                    "A leave from " + command.from() + " cannot end on " + command.until() + ".");
        var granted =
                new LeaveGranted(
                        command.studentId(),
                        command.certificateId(),
                        command.from(),
                        command.until(),
                        command.reason());
        if (candidacy.leaves().contains(granted)) return List.of();
        var lapse = certificate.as().lapse();
        if (lapse != null && lapse.leaveUpTo() != null)
            requireShort(granted, candidacy.leaves(), lapse.leaveUpTo());
        return List.of(granted);
    }

    /**
     * Reinstates a candidacy. Returns an empty list if that was done already for that day and
     * reason.
     */
    static List<StudentEvent> decide(ReinstateCandidacy command, Student student, LocalDate today) {
        var before = candidacy(student, command.studentId(), command.certificateId()).reinstated();
        if (before != null
                && before.reason().equals(command.reason())
                && (command.reinstatedOn() == null
                        || command.reinstatedOn().equals(before.reinstatedOn()))) return List.of();
        return List.of(
                new CandidacyReinstated(
                        command.studentId(),
                        command.certificateId(),
                        command.reason(),
                        requireNonNullElse(command.reinstatedOn(), today)));
    }

    /** The state after one more event. */
    static Student evolve(Student student, StudentEvent event) {
        return switch (event) {
            case StudentRegistered e -> new Known(e, Map.of(), new Erasure.NotRequested());
            case CandidacyDeclared e -> with(student, e.certificateId(), Candidacy.of(e));
            case CandidacyMoved e ->
                    with(student, e.certificateId(), of(student, e.certificateId()).moved(e));
            case LeaveGranted e ->
                    with(student, e.certificateId(), of(student, e.certificateId()).granted(e));
            case CandidacyReinstated e ->
                    with(student, e.certificateId(), of(student, e.certificateId()).reinstated(e));
            case ErasureRequested e -> with(student, new Erasure.Requested(e.requestedBy()));
            case ErasureWithdrawn _ -> with(student, new Erasure.NotRequested());
            case StudentErased _ -> with(student, new Erasure.Erased());
        };
    }

    /** The candidacy for a certificate. Refused if the student did not declare for it. */
    static Candidacy candidacy(Student student, String id, String certificateId) {
        var candidacy = require(student, id).candidacies().get(certificateId);
        if (candidacy == null)
            throw new Refusal(
                    CANDIDACY_NOT_FOUND,
                    "Student " + id + " did not declare for " + certificateId + ".");
        return candidacy;
    }

    /** The refusal of an id that is in use. It reveals nothing about the student. */
    static Refusal taken(String id) {
        return new Refusal(ID_TAKEN, "There is a student " + id + ".");
    }

    /** The registered student. Refused if there is none. */
    static Known require(Student student, String id) {
        return STREAM.require(student, Known.class, id);
    }

    /** The same of the stream with this id. */
    static Known require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    private static boolean same(DeclareCandidacy command, CandidacyDeclared before) {
        return command.matriculated() == before.matriculated()
                && Objects.equals(command.pathway(), before.pathway())
                && (command.declaredOn() == null
                        || command.declaredOn().equals(before.declaredOn()));
    }

    /**
     * Refuses leave beyond the limit: the days of all leaves, against the period from the first day
     * of this one.
     */
    private static void requireShort(
            LeaveGranted granted, List<LeaveGranted> before, Period leaveUpTo) {
        long most = DAYS.between(granted.from(), granted.from().plus(leaveUpTo));
        long days = days(granted);
        for (var leave : before) days += days(leave);
        if (days > most)
            throw new Refusal(
                    LEAVE_TOO_LONG,
                    "That is "
                            + days
                            + " days of leave in all, and the certificate allows "
                            + most
                            + ".");
    }

    private static long days(LeaveGranted leave) {
        return DAYS.between(leave.from(), leave.until()) + 1;
    }

    private static Candidacy of(Student student, String certificateId) {
        return Objects.requireNonNull(((Known) student).candidacies().get(certificateId));
    }

    private static Known with(Student student, String certificateId, Candidacy candidacy) {
        var known = (Known) student;
        var candidacies = new HashMap<>(known.candidacies());
        candidacies.put(certificateId, candidacy);
        return new Known(known.as(), Map.copyOf(candidacies), known.erasure());
    }

    private static Known with(Student student, Erasure erasure) {
        var known = (Known) student;
        return new Known(known.as(), known.candidacies(), erasure);
    }
}
