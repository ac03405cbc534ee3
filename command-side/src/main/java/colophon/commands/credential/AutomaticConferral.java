package colophon.commands.credential;

import static colophon.commands.Reason.REQUIREMENT_UNDECIDED;

import static java.util.Comparator.comparing;

import colophon.commands.Refusal;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.program.Certificate;
import colophon.commands.student.Candidacy;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.student.CandidacyDeclared;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings the certificates of a student in line with the transcript, in the decision that changes
 * the transcript. An automatic certificate is conferred when its requirement is met. A certificate
 * that lost an entry it rests on is superseded if the requirement is still met, and revoked if not.
 *
 * <p>The streams of the student and of their transcript must be locked.
 */
public final class AutomaticConferral {

    private final States states;
    private final RequirementCheck check;
    private final ConferralPosting posting;

    /** {@code ids} gives the ids of new credentials. */
    public AutomaticConferral(States states, Supplier<String> ids) {
        this.states = states;
        this.check = new RequirementCheck(states);
        this.posting = new ConferralPosting(states, ids);
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
    public void settle(String studentId, String reason, Instant now) {
        var budget = EvaluationBudget.ofRequest();
        for (var candidacy : inOrder(Student.require(states, studentId)))
            settle(candidacy, reason, budget, now);
    }

    private void settle(Candidacy candidacy, String reason, EvaluationBudget budget, Instant now) {
        var as = candidacy.as();
        var transcript = states.read(TranscriptRules.STREAM.stream(as.studentId()));
        var posted = transcript.conferral(as.certificateId());
        if (posted != null) {
            if (transcript.supports(posted)) return;
            var held = Credential.require(states, posted.credentialId());
            reconsider(as, held, reason, budget, now);
            return;
        }
        if (transcript.barred().contains(as.certificateId())) return;
        var stream = Certificate.STREAM.stream(as.certificateId());
        if (!Certificate.require(states.read(stream), as.certificateId())
                .conferral()
                .equals("automatic")) return;
        var version = candidacy.requirementVersion();
        var earned = check.outcome(as, version, candidacy.pathway(), budget, now).earned();
        if (earned == null) return;
        var day = Institution.day(states, as.institutionId(), now);
        posting.confer(as, version, candidacy.pathway(), earned, null, day);
    }

    private void reconsider(
            CandidacyDeclared as,
            CertificateConferred held,
            String reason,
            EvaluationBudget budget,
            Instant now) {
        var version = held.requirementVersion();
        var outcome = check.outcome(as, version, held.pathway(), budget, now);
        if (outcome.undecided())
            throw undecided(
                    as.studentId(),
                    as.certificateId(),
                    "If it is not, revoke the credential " + held.credentialId() + " first.");
        var earned = outcome.earned();
        var day = Institution.day(states, as.institutionId(), now);
        if (earned == null) {
            posting.append(Credential.revoked(held, false, reason, day));
            return;
        }
        var next = posting.confer(as, version, held.pathway(), earned, held.credentialId(), day);
        posting.append(
                new CredentialSuperseded(
                        held.credentialId(),
                        held.studentId(),
                        held.certificateId(),
                        next.credentialId(),
                        reason,
                        day));
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

    /** The refusal of a certificate that takes too much work to decide. */
    static Refusal undecided(String studentId, String certificateId, String advice) {
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
