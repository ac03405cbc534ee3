package colophon.commands.credential;

import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.REQUIREMENT_NOT_MET;
import static colophon.commands.Reason.REQUIREMENT_UNDECIDED;

import static java.util.Comparator.comparing;

import colophon.commands.Refusal;
import colophon.commands.institution.Institution;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.loading.Today;
import colophon.commands.program.Certificate;
import colophon.api.request.Identifiers;
import colophon.commands.student.Candidacy;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialEvent;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.progress.CandidacyGoal;
import colophon.events.progress.Evaluation;
import colophon.events.progress.Evaluation.Earned;
import colophon.events.progress.EvaluationBudget;
import colophon.events.progress.Transcript;
import colophon.events.student.CandidacyDeclared;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * Brings the certificates of a student in line with the transcript, in the commit that changes the
 * transcript. An automatic certificate is conferred when its requirement is met. A certificate that
 * lost an entry it rests on is superseded if the requirement is still met, and revoked if not.
 *
 * <p>The caller must hold the locks of the student and of their transcript.
 */
public final class AutomaticConferral {

    private final StateStore states;
    private final Today today;

    /** It acts in the unit of work of the caller. */
    public AutomaticConferral(StateStore states, Today today) {
        this.states = states;
        this.today = today;
    }

    /** The transcript of a student. */
    public static StreamId<Transcript, TranscriptEvent> transcript(String studentId) {
        return TranscriptRules.STREAM.stream(studentId);
    }

    /** Today at an institution. */
    public LocalDate day(String institutionId) {
        var stream = Institution.STREAM.stream(institutionId);
        return today.in(Institution.require(states.read(stream), institutionId).zone());
    }

    /**
     * Call it after the transcript or a candidacy changed.
     *
     * <p>If a requirement takes too much work to decide, nothing is conferred or revoked.
     *
     * @param reason reason of the change; it becomes the reason of each revocation
     * @throws Refusal if a certificate lost an entry it rests on and it takes too much work to
     *     decide whether it is still earned
     */
    public void settle(String studentId, String reason) {
        var student = states.read(Student.STREAM.stream(studentId));
        var budget = EvaluationBudget.ofRequest();
        for (var candidacy : inOrder(Student.require(student, studentId)))
            settle(candidacy, reason, budget);
    }

    /**
     * Confers a certificate, automatic or not, whose requirement is met.
     *
     * @param on null for today
     * @throws Refusal if it is not met, takes too much work to decide, or was revoked by a person
     */
    public CertificateConferred confer(
            String studentId, String certificateId, @Nullable LocalDate on) {
        var candidacy =
                Student.candidacy(
                        states.read(Student.STREAM.stream(studentId)), studentId, certificateId);
        var transcript = states.read(transcript(studentId));
        var held = transcript.conferral(certificateId);
        if (held != null) return credential(held);
        if (transcript.barred().contains(certificateId))
            throw new Refusal(
                    CREDENTIAL_ENDED,
                    "The certificate "
                            + certificateId
                            + " of "
                            + studentId
                            + " was revoked; reinstate it.");
        var outcome =
                outcome(
                        candidacy.as(),
                        candidacy.requirementVersion(),
                        candidacy.pathway(),
                        EvaluationBudget.ofOne());
        if (outcome.undecided())
            throw undecided(
                    studentId, certificateId, "Move the candidacy to a simpler version of it.");
        var earned = outcome.earned();
        if (earned == null) throw notMet(studentId, certificateId);
        var day = on == null ? day(candidacy.as().institutionId()) : on;
        return confer(
                candidacy.as(),
                candidacy.requirementVersion(),
                candidacy.pathway(),
                earned,
                null,
                day);
    }

    /** The goal of a candidacy under a requirement version, with the student's allowances. */
    public CandidacyGoal goal(CandidacyDeclared candidacy, int version, @Nullable String pathway) {
        var id = candidacy.certificateId();
        var certificate = Certificate.defined(states.read(Certificate.STREAM.stream(id)), id);
        var asks = certificate.version(version);
        var courses = new HashSet<String>();
        for (var path : asks.pathways())
            if (path.id().equals(pathway)) courses.addAll(path.courses());
        return new CandidacyGoal(
                candidacy.programId(),
                candidacy.institutionId(),
                asks.requirement(),
                courses,
                states.read(transcript(candidacy.studentId())).allowances(id, version));
    }

    /**
     * Revokes a credential by a person's decision. Returns an empty list if that was done already.
     */
    public List<CredentialEvent> revoke(RevokeCredential command) {
        var stream = Credential.STREAM.stream(command.credentialId());
        var credential = states.read(stream);
        var as = Credential.require(credential, command.credentialId());
        var decided = Credential.decide(command, credential, day(as.institutionId()));
        states.append(stream, decided);
        if (!decided.isEmpty()) remove(as, true);
        return decided;
    }

    /**
     * Reinstates a credential. Returns an empty list if that was done already.
     *
     * @throws Refusal if the transcript no longer earns it, or another credential replaced it
     */
    public List<CredentialEvent> reinstate(ReinstateCredential command) {
        var stream = Credential.STREAM.stream(command.credentialId());
        var credential = states.read(stream);
        var as = Credential.require(credential, command.credentialId());
        var decided = Credential.decide(command, credential, day(as.institutionId()));
        if (decided.isEmpty()) return decided;
        var entries = transcript(as.studentId());
        var conferral =
                new ConferralPosted(
                        as.studentId(),
                        as.certificateId(),
                        as.credentialId(),
                        as.completions(),
                        as.allowances());
        var transcript = states.read(entries);
        var other = transcript.conferral(as.certificateId());
        if (other != null)
            throw new Refusal(
                    CREDENTIAL_ENDED,
                    "Credential "
                            + as.credentialId()
                            + " was replaced by "
                            + other.credentialId()
                            + ".");
        if (!transcript.supports(conferral)) throw notMet(as.studentId(), as.certificateId());
        states.append(stream, decided);
        states.append(entries, List.of(conferral));
        return decided;
    }

    private void settle(Candidacy candidacy, String reason, EvaluationBudget budget) {
        var as = candidacy.as();
        var transcript = states.read(transcript(as.studentId()));
        var held = transcript.conferral(as.certificateId());
        if (held != null) {
            if (!transcript.supports(held)) reconsider(as, credential(held), reason, budget);
            return;
        }
        if (transcript.barred().contains(as.certificateId())) return;
        var stream = Certificate.STREAM.stream(as.certificateId());
        if (!Certificate.require(states.read(stream), as.certificateId())
                .conferral()
                .equals("automatic")) return;
        var earned =
                outcome(as, candidacy.requirementVersion(), candidacy.pathway(), budget).earned();
        if (earned == null) return;
        var day = day(as.institutionId());
        confer(as, candidacy.requirementVersion(), candidacy.pathway(), earned, null, day);
    }

    private void reconsider(
            CandidacyDeclared as,
            CertificateConferred held,
            String reason,
            EvaluationBudget budget) {
        var outcome = outcome(as, held.requirementVersion(), held.pathway(), budget);
        if (outcome.undecided())
            throw undecided(
                    as.studentId(),
                    as.certificateId(),
                    "If it is not, revoke the credential " + held.credentialId() + " first.");
        var earned = outcome.earned();
        var day = day(as.institutionId());
        var stream = Credential.STREAM.stream(held.credentialId());
        remove(held, false);
        if (earned == null) {
            states.append(stream, List.of(Credential.revoked(held, false, reason, day)));
            return;
        }
        var next =
                confer(
                        as,
                        held.requirementVersion(),
                        held.pathway(),
                        earned,
                        held.credentialId(),
                        day);
        states.append(
                stream,
                List.of(
                        new CredentialSuperseded(
                                held.credentialId(),
                                held.studentId(),
                                held.certificateId(),
                                next.credentialId(),
                                reason,
                                day)));
    }

    private CertificateConferred confer(
            CandidacyDeclared as,
            int version,
            @Nullable String pathway,
            Earned earned,
            @Nullable String supersedes,
            LocalDate on) {
        var conferred =
                new CertificateConferred(
                        Identifiers.given(null),
                        as.studentId(),
                        as.certificateId(),
                        as.programId(),
                        as.institutionId(),
                        version,
                        pathway,
                        earned.completions(),
                        earned.allowances(),
                        supersedes,
                        on);
        states.append(Credential.STREAM.stream(conferred.credentialId()), List.of(conferred));
        states.append(
                transcript(as.studentId()),
                List.of(
                        new ConferralPosted(
                                as.studentId(),
                                as.certificateId(),
                                conferred.credentialId(),
                                earned.completions(),
                                earned.allowances())));
        return conferred;
    }

    private void remove(CertificateConferred held, boolean barred) {
        states.append(
                transcript(held.studentId()),
                List.of(
                        new ConferralRemoved(
                                held.studentId(),
                                held.certificateId(),
                                held.credentialId(),
                                barred)));
    }

    private CertificateConferred credential(ConferralPosted held) {
        var stream = Credential.STREAM.stream(held.credentialId());
        return Credential.require(states.read(stream), held.credentialId());
    }

    /**
     * Whether a certificate is earned.
     *
     * @param earned the entries that earn it, or null if it was not found to be met
     */
    private record RequirementOutcome(@Nullable Earned earned, boolean undecided) {}

    private RequirementOutcome outcome(
            CandidacyDeclared as, int version, @Nullable String pathway, EvaluationBudget budget) {
        var goal = goal(as, version, pathway);
        var attempts = states.read(transcript(as.studentId())).attempts(as.certificateId());
        var evaluation = Evaluation.of(goal, attempts, day(as.institutionId()), budget);
        return new RequirementOutcome(
                evaluation.met() ? evaluation.earned(goal) : null, evaluation.undecided());
    }

    /**
     * The candidacy declared first goes first: it takes entries both could use, and they count as
     * shared for the other.
     */
    private static List<Candidacy> inOrder(Student.Known student) {
        return student.candidacies().values().stream()
                .sorted(
                        comparing((Candidacy candidacy) -> candidacy.as().declaredOn())
                                .thenComparing(candidacy -> candidacy.as().certificateId()))
                .toList();
    }

    private static Refusal notMet(String studentId, String certificateId) {
        return new Refusal(
                REQUIREMENT_NOT_MET,
                "Student "
                        + studentId
                        + " does not meet the requirement of "
                        + certificateId
                        + ".");
    }

    private static Refusal undecided(String studentId, String certificateId, String advice) {
        return new Refusal(
                REQUIREMENT_UNDECIDED,
                "Whether student "
                        + studentId
                        + " meets the requirement of "
                        + certificateId
                        + " takes too much work to decide. "
                        + advice);
    }
}
