package colophon.commands.credential;

import static colophon.commands.Reason.CREDENTIAL_ENDED;
import static colophon.commands.Reason.REQUIREMENT_NOT_MET;

import colophon.commands.Refusal;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CertificateConferred;
import colophon.events.progress.budget.EvaluationBudget;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Confers, revokes and reinstates a certificate by the decision of a person. What the certificate
 * rests on is then shared with the student's other certificates, or no more, so these are settled
 * as well.
 */
final class CredentialChanges {

    private final States states;
    private final RequirementCheck check;
    private final ConferralPosting posting;
    private final AutomaticConferral others;

    /** {@code ids} gives the ids of new credentials. */
    CredentialChanges(States states, Supplier<String> ids) {
        this.states = states;
        this.check = new RequirementCheck(states);
        this.posting = new ConferralPosting(states, ids);
        this.others = new AutomaticConferral(states, ids);
    }

    /** A credential; {@code made} is false if the student held it before. */
    record MadeCredential(CertificateConferred credential, boolean made) {}

    /**
     * Confers a certificate, automatic or not, whose requirement is met.
     *
     * @throws Refusal if it is not met, takes too much work to decide, or was revoked by a person
     */
    MadeCredential confer(ConferCertificate command, Instant now) {
        var studentId = command.studentId();
        var certificateId = command.certificateId();
        var candidacy =
                Student.candidacy(
                        states.read(Student.STREAM.stream(studentId)), studentId, certificateId);
        var transcript = states.read(TranscriptRules.STREAM.stream(studentId));
        var held = transcript.conferral(certificateId);
        if (held != null)
            return new MadeCredential(Credential.require(states, held.credentialId()), false);
        if (transcript.barred().contains(certificateId))
            throw new Refusal(
                    CREDENTIAL_ENDED,
                    "The certificate "
                            + certificateId
                            + " of "
                            + studentId
                            + " was revoked; reinstate it.");
        var as = candidacy.as();
        var version = candidacy.requirementVersion();
        var outcome =
                check.outcome(as, version, candidacy.pathway(), EvaluationBudget.ofOne(), now);
        if (outcome.undecided())
            throw AutomaticConferral.undecided(
                    studentId, certificateId, "Move the candidacy to a simpler version of it.");
        var earned = outcome.earned();
        if (earned == null) throw notMet(studentId, certificateId);
        var on =
                command.conferredOn() == null
                        ? Institution.day(states, as.institutionId(), now)
                        : command.conferredOn();
        var made = posting.confer(as, version, candidacy.pathway(), earned, null, on);
        others.settle(studentId, "conferred", now);
        return new MadeCredential(made, true);
    }

    /** Revokes a credential. Does nothing if that was done already. */
    void revoke(RevokeCredential command, Instant now) {
        var stream = Credential.STREAM.stream(command.credentialId());
        var credential = states.read(stream);
        var as = Credential.require(credential, command.credentialId());
        var today = Institution.day(states, as.institutionId(), now);
        var decided = Credential.decide(command, credential, today);
        if (decided.isEmpty()) return;
        decided.forEach(posting::append);
        others.settle(as.studentId(), command.reason(), now);
    }

    /**
     * Reinstates a credential. Does nothing if that was done already.
     *
     * @throws Refusal if the transcript no longer earns it, or another credential replaced it
     */
    void reinstate(ReinstateCredential command, Instant now) {
        var stream = Credential.STREAM.stream(command.credentialId());
        var credential = states.read(stream);
        var as = Credential.require(credential, command.credentialId());
        var today = Institution.day(states, as.institutionId(), now);
        var decided = Credential.decide(command, credential, today);
        if (decided.isEmpty()) return;
        var entries = TranscriptRules.STREAM.stream(as.studentId());
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
        if (!transcript.supports(as)) throw notMet(as.studentId(), as.certificateId());
        decided.forEach(posting::append);
        others.settle(as.studentId(), command.reason(), now);
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
}
