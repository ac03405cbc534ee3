package colophon.views.progress;

import colophon.events.credential.CredentialState;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.requirement.Requirement;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.reading.ViewSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers: how would another requirement affect the present candidates? Waivers do not carry over,
 * because they name nodes of the present requirement.
 *
 * @param wouldComplete candidates who are not complete and would be
 * @param wouldLose candidates who are complete, or have the certificate, and would not be complete
 * @param undecided candidates whose evaluation would take too much work, and all after them once
 *     the steps of the whole answer are spent
 */
public record RevisionImpact(
        AffectedStudents wouldComplete, AffectedStudents wouldLose, AffectedStudents undecided) {

    private static final int SHOWN = 200;
    private static final int AT_ONCE = 500;

    /** The number of candidates, and the first 200 ids in order. */
    public record AffectedStudents(int count, List<String> students) {}

    /**
     * The effect on the candidates of a certificate; {@code pathways} are course ids by pathway.
     */
    public static RevisionImpact of(
            ViewSnapshot views,
            String certificateId,
            Requirement requirement,
            Map<String, Set<String>> pathways) {
        return of(views, certificateId, requirement, pathways, EvaluationBudget.ofRequest());
    }

    /** The same within this budget. Once it is spent, nobody else is evaluated. */
    static RevisionImpact of(
            ViewSnapshot views,
            String certificateId,
            Requirement requirement,
            Map<String, Set<String>> pathways,
            EvaluationBudget budget) {
        var certificate = Certificate.in(views, certificateId);
        var today = Institution.in(views, certificate.institutionId()).today(views);
        var certificateProgress = new CertificateProgress(views, budget);
        var complete = new AffectedCount();
        var lose = new AffectedCount();
        var undecided = new AffectedCount();
        var after = "";
        while (true) {
            var found = views.of(Candidacy.VIEW).find("certificate", certificateId, after, AT_ONCE);
            for (var one : found) {
                var candidacy = one.value();
                if (budget.isSpent()) {
                    undecided.add(candidacy.studentId());
                    continue;
                }
                var enrollments = views.of(Enrollment.VIEW).all("student", candidacy.studentId());
                var courses =
                        candidacy.pathway() == null
                                ? Set.<String>of()
                                : pathways.getOrDefault(candidacy.pathway(), Set.of());
                var holds = holds(views, candidacy);
                var now =
                        holds
                                ? null
                                : certificateProgress.evaluation(
                                        candidacy, certificate, enrollments, today);
                var then =
                        certificateProgress.evaluation(
                                candidacy, requirement, courses, enrollments, today);
                if (then.undecided() || now != null && now.undecided()) {
                    undecided.add(candidacy.studentId());
                    continue;
                }
                var isMet = now == null || now.met();
                if (then.met() && !isMet) complete.add(candidacy.studentId());
                if (isMet && !then.met()) lose.add(candidacy.studentId());
            }
            if (found.size() < AT_ONCE)
                return new RevisionImpact(complete.some(), lose.some(), undecided.some());
            after = found.getLast().at();
        }
    }

    private static boolean holds(ViewSnapshot views, Candidacy candidacy) {
        return views.of(Credential.VIEW).all("student", candidacy.studentId()).stream()
                .anyMatch(
                        credential ->
                                credential.certificateId().equals(candidacy.certificateId())
                                        && credential.status() == CredentialState.VALID);
    }

    private static final class AffectedCount {

        private final List<String> first = new ArrayList<>();
        private int count;

        void add(String studentId) {
            count++;
            if (first.size() < SHOWN) first.add(studentId);
        }

        AffectedStudents some() {
            return new AffectedStudents(count, List.copyOf(first));
        }
    }
}
