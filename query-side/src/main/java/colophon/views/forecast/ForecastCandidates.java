package colophon.views.forecast;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.progress.Evaluation;
import colophon.events.progress.RequirementProgress;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.forecast.Forecast.AcceptedAward;
import colophon.views.forecast.Forecast.ExpiringCompletion;
import colophon.views.forecast.Forecast.Path;
import colophon.views.forecast.Forecast.PossibleAward;
import colophon.views.forecast.Forecast.Step;
import colophon.views.forecast.PlanSearch.Plan;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.progress.Candidacy;
import colophon.views.progress.CertificateProgress;
import colophon.views.progress.CertificateProgress.ProgressFacts;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Computes the forecast of one candidacy: adds possible future facts to the known ones and
 * evaluates the requirement again.
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
    private final Candidacy candidacy;
    private final Certificate certificate;
    private final Institution institution;
    private final List<Enrollment> enrollments;
    private final CertificateProgress certificateProgress;
    private final LocalDate today;
    private final ProgressFacts from;
    private final Money nothing;
    private final Map<String, Offering> offerings = new HashMap<>();

    private ForecastCandidates(ViewSnapshot views, Viewer viewer, Candidacy candidacy) {
        this.views = views;
        this.viewer = viewer;
        this.candidacy = candidacy;
        this.certificateProgress = new CertificateProgress(views);
        this.certificate = certificateProgress.certificate(candidacy);
        this.institution = Institution.in(views, candidacy.institutionId());
        this.enrollments = views.of(Enrollment.VIEW).all("student", candidacy.studentId());
        this.today = institution.today(views);
        this.from = certificateProgress.standpoint(candidacy, enrollments, today);
        this.nothing = Money.zero(institution.currency());
    }

    /** The forecast of this candidacy. */
    static Forecast of(ViewSnapshot views, Viewer viewer, Candidacy candidacy) {
        return new ForecastCandidates(views, viewer, candidacy).forecast();
    }

    private Forecast forecast() {
        var now = certificateProgress.evaluation(from.goal(), from.attempts(), today);
        var runs = now.met() ? List.<OfferingChoice>of() : runs(now);
        Function<List<OfferingChoice>, Evaluation> judge = this::with;
        var cheapest =
                path(PlanSearch.cheapest(runs, judge, nothing, certificateProgress.budget()));
        return new Forecast(
                candidacy.studentId(),
                certificate.id(),
                certificate.title(),
                institution.id(),
                candidacy.requirementVersion(),
                today,
                institution.currency(),
                now.met(),
                missing(List.of()),
                enrollments.stream()
                        .filter(Enrollment::isUnderway)
                        .filter(one -> viewer.sees(one.institutionId(), candidacy.studentId()))
                        .map(Enrollment::id)
                        .toList(),
                cheapest,
                path(PlanSearch.soonest(runs, judge, nothing, certificateProgress.budget())),
                leaving(),
                possible(cheapest),
                ASSUMPTIONS);
    }

    /** The offerings that the student could still enroll in and that could still count. */
    private List<OfferingChoice> runs(Evaluation now) {
        var runs = new ArrayList<OfferingChoice>();
        for (var courseId : certificateProgress.stillCount(now, from))
            for (var offering : views.of(Offering.VIEW).all("course", courseId)) {
                if (offering.startsOn().isBefore(today) || !offering.isOpen()) continue;
                offerings.put(offering.id(), offering);
                runs.add(
                        new OfferingChoice(
                                offering.id(),
                                courseId,
                                Course.title(views, courseId),
                                offering.startsOn(),
                                offering.endsOn(),
                                offering.tuition(),
                                offering.seatsOpen()));
            }
        return runs;
    }

    /** The requirement after these are passed, evaluated on the last day of the last of them. */
    private Evaluation with(List<OfferingChoice> chosen) {
        var attempts = new ArrayList<>(from.attempts());
        for (var choice : chosen)
            attempts.add(certificateProgress.passed(offering(choice.offeringId())));
        return certificateProgress.evaluation(from.goal(), attempts, lastDay(chosen));
    }

    private LocalDate lastDay(List<OfferingChoice> chosen) {
        return chosen.stream()
                .map(OfferingChoice::endsOn)
                .filter(end -> end.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    private List<RequirementProgress.Missing> missing(List<OfferingChoice> chosen) {
        var attempts = new ArrayList<>(from.attempts());
        for (var choice : chosen)
            attempts.add(certificateProgress.passed(offering(choice.offeringId())));
        return RequirementProgress.of(
                        from.goal(),
                        attempts,
                        lastDay(chosen),
                        () -> program(),
                        certificateProgress.budget())
                .missing();
    }

    private List<String> program() {
        return views.of(Course.VIEW).all("program", certificate.programId()).stream()
                .map(Course::id)
                .toList();
    }

    private Path path(Plan way) {
        var unscheduled = way.met() ? nothing : rest(way);
        var tuition = unscheduled == null ? null : way.tuition().plus(unscheduled);
        var before = Allocation.of(ledger());
        var after = Allocation.of(entered(way.runs()));
        var held = new LinkedHashMap<String, AcceptedAward>();
        var byOffering = new HashMap<String, Money>();
        for (var part : after.applied()) {
            var award = part.award().event();
            add(held, award.awardId(), award.fundId(), part.amount());
            var offeringId = part.charge().event().offeringId();
            if (offeringId != null && offerings.containsKey(offeringId))
                byOffering.merge(offeringId, part.amount(), Money::plus);
        }
        for (var part : before.applied()) {
            var award = part.award().event();
            add(held, award.awardId(), award.fundId(), part.amount().negated());
        }
        var awards = held.values().stream().filter(one -> one.amount().isPositive()).toList();
        var applied = nothing;
        for (var award : awards) applied = applied.plus(award.amount());
        return new Path(
                way.met(),
                way.runs().stream().map(choice -> step(choice, byOffering)).toList(),
                way.met() ? List.of() : missing(way.runs()),
                unscheduled,
                tuition,
                applied,
                awards,
                tuition == null ? null : tuition.minus(applied),
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
        return from.attempts().stream()
                .map(attempt -> attempt.completedOn())
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable Money rest(Plan way) {
        var taken = new HashSet<>(from.underway());
        for (var choice : way.runs()) taken.add(choice.courseId());
        return certificateProgress
                .cheapestPlan(with(way.runs()), from, taken, nothing, today)
                .cost();
    }

    private Step step(OfferingChoice choice, Map<String, Money> applied) {
        return new Step(
                choice.offeringId(),
                choice.courseId(),
                choice.courseTitle(),
                choice.startsOn(),
                choice.endsOn(),
                choice.tuition(),
                choice.seatsOpen(),
                applied.getOrDefault(choice.offeringId(), nothing));
    }

    private static void add(
            Map<String, AcceptedAward> held, String awardId, String fundId, Money amount) {
        var before = held.get(awardId);
        var sum = before == null ? amount : before.amount().plus(amount);
        held.put(awardId, new AcceptedAward(awardId, fundId, sum));
    }

    private Ledger ledger() {
        var kept =
                views.of(LedgerView.VIEW).get(Ledger.key(institution.id(), candidacy.studentId()));
        return kept == null ? Ledger.empty(institution.id(), candidacy.studentId()) : kept;
    }

    /** The account as it would be after enrolling in these. */
    private Ledger entered(List<OfferingChoice> runs) {
        var ledger = ledger();
        for (var choice : runs)
            for (var charge : charges(offering(choice.offeringId())))
                ledger = ledger.with(Recorded.inOrder(charge, Long.MAX_VALUE >> 16));
        return ledger;
    }

    private List<AccountEvent> charges(Offering offering) {
        var deposit = offering.as().deposit();
        var tuition = deposit == null ? offering.tuition() : offering.tuition().minus(deposit);
        return Stream.of(
                        charge(offering, ChargeKind.TUITION, tuition),
                        charge(offering, ChargeKind.DEPOSIT, deposit))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable AccountEvent charge(
            Offering offering, ChargeKind kind, @Nullable Money amount) {
        if (amount == null) return null;
        return new ChargePosted(
                institution.id(),
                candidacy.studentId(),
                offering.id() + ":" + kind,
                kind,
                offering.id(),
                offering.id(),
                amount,
                null,
                today,
                offering.startsOn());
    }

    private List<ExpiringCompletion> leaving() {
        var enrolled = new ArrayList<ExpiringCompletion>();
        for (var one :
                certificateProgress
                        .progress(candidacy, certificate, enrollments, today)
                        .counted()) {
            if (one.countsUntil() == null) continue;
            var id = one.enrollmentId() == null ? one.creditId() : one.enrollmentId();
            enrolled.add(
                    new ExpiringCompletion(
                            one.courseId(),
                            requireNonNull(id),
                            one.completedOn(),
                            one.countsUntil()));
        }
        enrolled.sort(
                comparing(ExpiringCompletion::countsUntil).thenComparing(ExpiringCompletion::id));
        return enrolled;
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
        for (var award : ledger().activeAwards()) funds.add(award.event().fundId());
        return funds;
    }

    private Offering offering(String id) {
        return requireNonNull(offerings.get(id));
    }
}
