package colophon.views.forecast;

import colophon.events.ledger.Ledger;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.FigureLine;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CertificateProgress;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers: what is still to come until all certificates of a student at one institution are
 * finished? It is the cheapest plan of the forecast for all of them together, line by line.
 */
public final class CostToFinish {

    private CostToFinish() {}

    /**
     * The figures of an account as of today at its institution. The cost to finish is computed only
     * when a figure needs it.
     *
     * @param facts the account at this institution
     * @param candidacies of the student, at any institution
     */
    public static AccountFigures figures(
            ViewSnapshot views,
            Institution institution,
            Ledger facts,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        return AccountFigures.of(
                facts,
                institution.currency(),
                institution.today(views),
                () ->
                        lines(
                                views,
                                institution,
                                facts,
                                candidacies,
                                enrollments,
                                certificateProgress));
    }

    /**
     * The lines of the cost to finish: offerings and courses to take, less what awards that the
     * student has accepted would pay of them. They sum to the {@code cheapest.total} of the
     * forecast. Null if the price of something needed is unknown.
     *
     * @param facts the account at this institution
     * @param candidacies of the student; those at other institutions are left out
     */
    private static @Nullable List<FigureLine> lines(
            ViewSnapshot views,
            Institution institution,
            Ledger facts,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        var here =
                candidacies.stream()
                        .filter(one -> one.institutionId().equals(institution.id()))
                        .toList();
        if (here.isEmpty()) return List.of();
        var plan =
                new FinishingPlans(
                                views,
                                institution,
                                facts,
                                here,
                                enrollments,
                                certificateProgress.withOwnBudget())
                        .cheapest();
        if (plan.total() == null) return null;
        var lines = new ArrayList<FigureLine>();
        for (var choice : plan.plan().runs())
            lines.add(
                    FigureLine.offering(choice.courseId(), choice.offeringId(), choice.tuition()));
        for (var course : plan.rest().courses())
            lines.add(FigureLine.course(course.courseId(), course.price()));
        for (var guess : plan.rest().unpriced()) lines.add(FigureLine.estimate(guess));
        plan.applied()
                .forEach((award, amount) -> lines.add(FigureLine.award(award, amount).negated()));
        return lines;
    }
}
