package colophon.views.progress;

import colophon.events.credential.CredentialState;
import colophon.events.program.Lapse;
import colophon.events.progress.RequirementProgress;
import colophon.events.progress.tree.Evaluation;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers: what is the status of a candidacy on a day?
 *
 * @param conferral the certificate that was conferred last, or null
 * @param lapsesAfter last day of the candidacy if nothing more happens; null if it does not lapse
 */
public record CandidacyStatus(
        CandidacyState status, @Nullable Conferral conferral, @Nullable LocalDate lapsesAfter) {

    /**
     * A certificate that was conferred.
     *
     * @param reason why it was revoked, or null
     */
    public record Conferral(
            String credentialId,
            LocalDate conferredOn,
            int requirementVersion,
            List<String> completions,
            List<String> allowances,
            CredentialState status,
            @Nullable String reason) {}

    /**
     * The status of a candidacy. Once the requirement is met, the candidacy does not lapse any
     * more: only the certificate is still to come.
     *
     * @param reached the evaluation of the outcomes
     * @param credentials all of the student, in the order in which they were conferred
     */
    public static CandidacyStatus of(
            Candidacy candidacy,
            Evaluation reached,
            @Nullable Lapse lapse,
            List<Credential> credentials,
            List<Enrollment> enrollments,
            LocalDate today) {
        return of(
                candidacy,
                reached(reached.met(), reached.undecided()),
                lapse,
                credentials,
                enrollments,
                today);
    }

    /** The same, from progress with its reasons. */
    public static CandidacyStatus of(
            Candidacy candidacy,
            RequirementProgress reached,
            @Nullable Lapse lapse,
            List<Credential> credentials,
            List<Enrollment> enrollments,
            LocalDate today) {
        return of(
                candidacy,
                reached(reached.met(), reached.undecided()),
                lapse,
                credentials,
                enrollments,
                today);
    }

    private static CandidacyState reached(boolean met, boolean undecided) {
        if (met) return CandidacyState.MET;
        return undecided ? CandidacyState.UNDECIDED : CandidacyState.IN_PROGRESS;
    }

    private static CandidacyStatus of(
            Candidacy candidacy,
            CandidacyState reached,
            @Nullable Lapse lapse,
            List<Credential> credentials,
            List<Enrollment> enrollments,
            LocalDate today) {
        Conferral last = null;
        for (var credential : credentials)
            if (credential.certificateId().equals(candidacy.certificateId())
                    && credential.status() != CredentialState.SUPERSEDED)
                last = conferral(credential);
        if (last != null)
            return new CandidacyStatus(
                    last.status() == CredentialState.VALID
                            ? CandidacyState.CONFERRED
                            : CandidacyState.REVOKED,
                    last,
                    null);
        if (reached == CandidacyState.MET) return new CandidacyStatus(reached, null, null);
        var lastDay = candidacy.lastDay(lapse, enrollments);
        var lapsed = lastDay != null && today.isAfter(lastDay);
        // the requirement may be met, so "lapsed" could be wrong
        if (reached == CandidacyState.UNDECIDED)
            return new CandidacyStatus(reached, null, lapsed ? null : lastDay);
        return new CandidacyStatus(lapsed ? CandidacyState.LAPSED : reached, null, lastDay);
    }

    private static Conferral conferral(Credential credential) {
        return new Conferral(
                credential.id(),
                credential.conferredOn(),
                credential.requirementVersion(),
                credential.completions(),
                credential.allowances(),
                credential.status(),
                credential.reason());
    }
}
