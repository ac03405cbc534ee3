package colophon.views.forecast;

import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Allocation.Applied;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.tree.Evaluation;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.forecast.PlanSearch.Plan;
import colophon.views.offering.Offering;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CertificateProgress;
import colophon.views.progress.CertificateProgress.ProgressFacts;
import colophon.views.progress.CheapestPlan;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes which scheduled offerings finish certificates of one institution, all of them together,
 * and what that costs: adds possible future facts to the known ones and evaluates the requirements
 * again. The cost to finish is computed nowhere else.
 */
final class FinishingPlans {

    private final ViewSnapshot views;
    private final CertificateProgress certificateProgress;
    private final Ledger ledger;
    private final LocalDate today;
    private final Money nothing;
    private final List<ProgressFacts> from;
    private final List<Evaluation> now;
    private final Map<String, Offering> offerings = new HashMap<>();
    private final Map<String, CourseAttempt> passed = new HashMap<>();
    private final List<OfferingChoice> runs;
    private final PricedPlan cheapest;

    /**
     * Plans for all of these candidacies together.
     *
     * @param candidacies candidacies of one student at this institution
     * @param certificateProgress with a budget that nothing else has used, so that the same
     *     question always has the same answer
     */
    FinishingPlans(
            ViewSnapshot views,
            Institution institution,
            Ledger ledger,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            CertificateProgress certificateProgress) {
        this.views = views;
        this.certificateProgress = certificateProgress;
        this.ledger = ledger;
        this.today = institution.today(views);
        this.nothing = Money.zero(institution.currency());
        this.from =
                candidacies.stream()
                        .map(one -> certificateProgress.standpoint(one, enrollments, today))
                        .toList();
        this.now = reached(List.of());
        this.runs = runs();
        this.cheapest =
                priced(
                        PlanSearch.cheapest(
                                runs, this::reached, nothing, certificateProgress.budget()));
    }

    /**
     * Offerings, and what they and the rest would cost.
     *
     * @param rest the courses that are needed beyond the offerings, by their known prices
     * @param applied what the student's awards would pay of the offerings, award by award
     * @param byOffering the same by the id of the offering
     * @param tuition of the offerings and the rest; null if the cost of the rest is unknown
     * @param awardsApplied the sum of {@code applied}
     * @param total what is left for the student to pay; null if tuition is
     */
    record PricedPlan(
            Plan plan,
            CheapestPlan rest,
            Map<Recorded<AwardAccepted>, Money> applied,
            Map<String, Money> byOffering,
            @Nullable Money tuition,
            Money awardsApplied,
            @Nullable Money total) {}

    /** The plan that costs the least tuition. */
    PricedPlan cheapest() {
        return cheapest;
    }

    /** The plan that ends first. */
    PricedPlan soonest() {
        return priced(
                PlanSearch.soonest(runs, this::reached, nothing, certificateProgress.budget()));
    }

    /** True if nothing is missing once everything underway is passed. */
    boolean isMet() {
        return now.stream().allMatch(Evaluation::met);
    }

    /** What is known of each candidacy, with everything underway passed. */
    List<ProgressFacts> from() {
        return from;
    }

    /** The day of these plans, at the institution. */
    LocalDate today() {
        return today;
    }

    /** What a candidate has done after passing these offerings. */
    List<CourseAttempt> attempts(ProgressFacts one, List<OfferingChoice> chosen) {
        var attempts = new ArrayList<>(one.attempts());
        for (var choice : chosen) attempts.add(requireNonNull(passed.get(choice.offeringId())));
        return attempts;
    }

    /** The last day of these offerings, or today if that is later. */
    LocalDate lastDay(List<OfferingChoice> chosen) {
        return chosen.stream()
                .map(OfferingChoice::endsOn)
                .filter(end -> end.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** The requirements after these are passed, evaluated on the last day of the last of them. */
    private List<Evaluation> reached(List<OfferingChoice> chosen) {
        var day = lastDay(chosen);
        return from.stream()
                .map(one -> certificateProgress.evaluation(one.goal(), attempts(one, chosen), day))
                .toList();
    }

    /** The offerings that the student could still enroll in and that could still count. */
    private List<OfferingChoice> runs() {
        var courses = new TreeSet<String>();
        for (int i = 0; i < from.size(); i++)
            if (!now.get(i).met())
                courses.addAll(certificateProgress.stillCount(now.get(i), from.get(i)));
        var some = new ArrayList<OfferingChoice>();
        for (var courseId : courses)
            for (var offering : certificateProgress.offerings(courseId)) {
                if (offering.startsOn().isBefore(today) || !offering.isOpen()) continue;
                offerings.put(offering.id(), offering);
                passed.put(offering.id(), certificateProgress.passed(offering));
                some.add(
                        new OfferingChoice(
                                offering.id(),
                                courseId,
                                Course.title(views, courseId),
                                offering.startsOn(),
                                offering.endsOn(),
                                offering.tuition(),
                                offering.seatsOpen()));
            }
        return some;
    }

    private PricedPlan priced(Plan plan) {
        var rest = plan.met() ? CheapestPlan.nothing(nothing) : rest(plan);
        var applied = new LinkedHashMap<Recorded<AwardAccepted>, Money>();
        var byOffering = new HashMap<String, Money>();
        if (!plan.runs().isEmpty()) {
            for (var part : Allocation.of(entered(plan.runs())).applied()) {
                applied.merge(part.award(), part.amount(), Money::plus);
                var offeringId = part.charge().event().offeringId();
                if (offeringId != null && offerings.containsKey(offeringId))
                    byOffering.merge(offeringId, part.amount(), Money::plus);
            }
            for (Applied part : Allocation.of(ledger).applied())
                applied.merge(part.award(), part.amount().negated(), Money::plus);
            applied.values().removeIf(amount -> !amount.isPositive());
        }
        var awards = nothing;
        for (var amount : applied.values()) awards = awards.plus(amount);
        var tuition = rest.cost() == null ? null : plan.tuition().plus(rest.cost());
        return new PricedPlan(
                plan,
                rest,
                applied,
                byOffering,
                tuition,
                awards,
                tuition == null ? null : tuition.minus(awards));
    }

    private CheapestPlan rest(Plan plan) {
        Set<String> taken = new HashSet<>();
        for (var one : from) taken.addAll(one.underway());
        for (var choice : plan.runs()) taken.add(choice.courseId());
        return certificateProgress.cheapestPlan(reached(plan.runs()), from, taken, nothing, today);
    }

    /** The account as it would be after enrolling in these. */
    private Ledger entered(List<OfferingChoice> chosen) {
        var after = ledger;
        for (var choice : chosen) {
            var offering = offering(choice.offeringId());
            var deposit = offering.as().deposit();
            var tuition = deposit == null ? offering.tuition() : offering.tuition().minus(deposit);
            after = charged(after, offering, ChargeKind.TUITION, tuition);
            if (deposit != null) after = charged(after, offering, ChargeKind.DEPOSIT, deposit);
        }
        return after;
    }

    private Ledger charged(Ledger before, Offering offering, ChargeKind kind, Money amount) {
        return before.with(
                Recorded.inOrder(
                        new ChargePosted(
                                ledger.institutionId(),
                                ledger.studentId(),
                                offering.id() + ":" + kind,
                                kind,
                                offering.id(),
                                offering.id(),
                                amount,
                                null,
                                today,
                                offering.startsOn()),
                        Long.MAX_VALUE >> 16));
    }

    private Offering offering(String id) {
        return requireNonNull(offerings.get(id));
    }
}
