package colophon.views.forecast;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.events.fund.Coverage;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.progress.RequirementProgress;
import colophon.events.progress.RequirementProgress.Missing;
import colophon.events.progress.completions.CourseAttempt;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.forecast.FinishingPlans.PricedPlan;
import colophon.views.forecast.Forecast.AcceptedAward;
import colophon.views.forecast.Forecast.ExpiringCompletion;
import colophon.views.forecast.Forecast.Path;
import colophon.views.forecast.Forecast.PossibleAward;
import colophon.views.forecast.Forecast.Step;
import colophon.views.forecast.PlanSearch.Plan;
import colophon.views.fund.Fund;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CertificateProgress;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers a forecast: the plans to finish one certificate or several, with what they would mean for
 * the student.
 */
final class ForecastCandidates {

    /** Holds for every forecast, in addition to the fields of the answer. */
    private static final List<String> ASSUMPTIONS =
            List.of(
                    "Everything underway is passed on its last day, and so is every offering"
                            + " chosen.",
                    "The student enrolls in the offerings today, at their scheduled tuition.",
                    "Offerings without an open seat are left out, and so are offerings that overlap"
                            + " one another.");

    private final ViewSnapshot views;
    private final Viewer viewer;
    private final List<Candidacy> candidacies;
    private final List<Certificate> certificates;
    private final Institution institution;
    private final String studentId;
    private final Ledger ledger;
    private final List<Enrollment> enrollments;
    private final CertificateProgress certificateProgress;
    private final LocalDate today;
    private final FinishingPlans plans;

    private ForecastCandidates(ViewSnapshot views, Viewer viewer, List<Candidacy> candidacies) {
        var first = candidacies.getFirst();
        this.views = views;
        this.viewer = viewer;
        this.candidacies = candidacies;
        this.studentId = first.studentId();
        this.certificateProgress = new CertificateProgress(views);
        this.certificates = candidacies.stream().map(certificateProgress::certificate).toList();
        this.institution = Institution.in(views, first.institutionId());
        this.enrollments = views.of(Enrollment.VIEW).all("student", studentId);
        this.today = institution.today(views);
        var kept = views.of(LedgerView.VIEW).get(Ledger.key(institution.id(), studentId));
        this.ledger = kept == null ? Ledger.empty(institution.id(), studentId) : kept;
        this.plans =
                new FinishingPlans(
                        views, institution, ledger, candidacies, enrollments, certificateProgress);
    }

    /** The forecast for these candidacies of one student at one institution, all together. */
    static Forecast of(ViewSnapshot views, Viewer viewer, List<Candidacy> candidacies) {
        return new ForecastCandidates(views, viewer, candidacies).forecast();
    }

    private Forecast forecast() {
        var only = certificates.size() == 1 ? certificates.getFirst() : null;
        var cheapest = path(plans.cheapest());
        return new Forecast(
                studentId,
                only == null ? null : only.id(),
                only == null ? certificates.stream().map(Certificate::id).toList() : null,
                only == null ? null : only.title(),
                institution.id(),
                only == null ? null : candidacies.getFirst().requirementVersion(),
                today,
                institution.currency(),
                plans.isMet(),
                missing(List.of()),
                enrollments.stream()
                        .filter(Enrollment::isUnderway)
                        .filter(one -> viewer.sees(one.institutionId(), studentId))
                        .map(Enrollment::id)
                        .toList(),
                cheapest,
                path(plans.soonest()),
                leaving(),
                possible(cheapest),
                ASSUMPTIONS);
    }

    private List<Missing> missing(List<OfferingChoice> chosen) {
        var all = new ArrayList<Missing>();
        for (int i = 0; i < certificates.size(); i++) {
            var one = plans.from().get(i);
            var programId = certificates.get(i).programId();
            all.addAll(
                    RequirementProgress.of(
                                    one.goal(),
                                    plans.attempts(one, chosen),
                                    plans.lastDay(chosen),
                                    () -> certificateProgress.coursesOf(programId),
                                    certificateProgress.budget())
                            .missing());
        }
        return all;
    }

    private Path path(PricedPlan priced) {
        var way = priced.plan();
        return new Path(
                way.met(),
                way.runs().stream().map(choice -> step(choice, priced)).toList(),
                way.met() ? List.of() : missing(way.runs()),
                priced.rest().cost(),
                priced.tuition(),
                priced.awardsApplied(),
                priced.applied().entrySet().stream()
                        .map(
                                part ->
                                        new AcceptedAward(
                                                part.getKey().event().awardId(),
                                                part.getKey().event().fundId(),
                                                part.getValue()))
                        .toList(),
                priced.total(),
                way.met() ? lastOf(way) : null,
                way.proved());
    }

    /**
     * The day on which the certificate is finished. If no offering is needed, it is the last day of
     * what is underway.
     */
    private @Nullable LocalDate lastOf(Plan way) {
        var end = way.endsOn();
        if (end != null) return end;
        return plans.from().stream()
                .flatMap(one -> one.attempts().stream())
                .map(CourseAttempt::completedOn)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private Step step(OfferingChoice choice, PricedPlan priced) {
        return new Step(
                choice.offeringId(),
                choice.courseId(),
                choice.courseTitle(),
                choice.startsOn(),
                choice.endsOn(),
                choice.tuition(),
                choice.seatsOpen(),
                priced.byOffering()
                        .getOrDefault(choice.offeringId(), Money.zero(institution.currency())));
    }

    private List<ExpiringCompletion> leaving() {
        var leaving = new ArrayList<ExpiringCompletion>();
        for (int i = 0; i < certificates.size(); i++) {
            var others = Set.copyOf(leaving);
            for (var one :
                    certificateProgress
                            .progress(candidacies.get(i), certificates.get(i), enrollments, today)
                            .counted()) {
                if (one.countsUntil() == null) continue;
                var id = one.enrollmentId() == null ? one.creditId() : one.enrollmentId();
                var ends =
                        new ExpiringCompletion(
                                one.courseId(),
                                requireNonNull(id),
                                one.completedOn(),
                                one.countsUntil());
                if (!others.contains(ends)) leaving.add(ends);
            }
        }
        leaving.sort(
                comparing(ExpiringCompletion::countsUntil).thenComparing(ExpiringCompletion::id));
        return leaving;
    }

    /**
     * Funds that are open today, have money, and have no active award for the student. Only the
     * institution may know how much money is left. {@code upTo} would let a student infer it.
     */
    private List<PossibleAward> possible(Path cheapest) {
        var total = cheapest.total();
        if (total == null || !total.isPositive()) return List.of();
        var holds = holds();
        var some = new ArrayList<PossibleAward>();
        for (var fund : views.of(Fund.VIEW).all("institution", institution.id())) {
            if (!fund.covers().contains(Coverage.TUITION) || holds.contains(fund.id())) continue;
            if (fund.opensOn() != null && today.isBefore(fund.opensOn())) continue;
            if (fund.closesOn() != null && today.isAfter(fund.closesOn())) continue;
            if (!fund.available().isPositive()) continue;
            some.add(
                    viewer.sees(institution.id())
                            ? new PossibleAward(
                                    fund.id(),
                                    fund.name(),
                                    fund.available().min(total),
                                    fund.available(),
                                    fund.closesOn())
                            : new PossibleAward(
                                    fund.id(), fund.name(), total, null, fund.closesOn()));
        }
        return some;
    }

    private Set<String> holds() {
        var funds = new HashSet<String>();
        for (var award : ledger.activeAwards()) funds.add(award.event().fundId());
        return funds;
    }
}
