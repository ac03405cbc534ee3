package colophon.commands.credential;

import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.program.Certificate;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.tree.Evaluation;
import colophon.events.progress.tree.Evaluation.Earned;
import colophon.events.student.CandidacyDeclared;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;

/** Answers: does the transcript of a student meet the requirement of a candidacy? */
public record RequirementCheck(States states) {

    /**
     * Whether a certificate is earned.
     *
     * @param earned the entries that earn it, or null if it was not found to be met
     * @param undecided true if it takes too much work to decide
     */
    record RequirementOutcome(@Nullable Earned earned, boolean undecided) {}

    /** The goal of a candidacy under a requirement version, with the student's allowances. */
    public CandidacyGoal goal(CandidacyDeclared candidacy, int version, @Nullable String pathway) {
        var id = candidacy.certificateId();
        var certificate = Certificate.defined(states.read(Certificate.STREAM.stream(id)), id);
        var asks = certificate.version(version);
        var courses = new HashSet<String>();
        for (var path : asks.pathways())
            if (path.id().equals(pathway)) courses.addAll(path.courses());
        var transcript = states.read(TranscriptRules.STREAM.stream(candidacy.studentId()));
        return new CandidacyGoal(
                candidacy.programId(),
                candidacy.institutionId(),
                asks.requirement(),
                courses,
                transcript.allowances(id, version));
    }

    /** Whether the requirement is met at this instant. */
    RequirementOutcome outcome(
            CandidacyDeclared as,
            int version,
            @Nullable String pathway,
            EvaluationBudget budget,
            Instant now) {
        var goal = goal(as, version, pathway);
        var transcript = states.read(TranscriptRules.STREAM.stream(as.studentId()));
        var evaluation =
                Evaluation.of(
                        goal,
                        transcript.attempts(as.certificateId()),
                        Institution.day(states, as.institutionId(), now),
                        budget);
        return new RequirementOutcome(
                evaluation.met() ? evaluation.earned(goal) : null, evaluation.undecided());
    }
}
