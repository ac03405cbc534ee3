package colophon.views.progress;

import static java.util.stream.Collectors.toSet;

import colophon.events.money.Money;
import colophon.events.progress.RequirementProgress;
import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.tree.CountedNode;
import colophon.events.progress.tree.CountedNode.Hit;
import colophon.events.progress.tree.Evaluation;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.views.catalog.Certificate;
import colophon.views.enrollment.Enrollment;
import colophon.views.offering.Offering;
import colophon.views.progress.CheapestPlan.CourseNeed;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads from the views what is needed to evaluate progress and the price of finishing. */
public final class CertificateProgress {

    /** Limit for the courses in all needed sets together. Above it, the price is unknown. */
    private static final int RECKONED = 200_000;

    private final ViewSnapshot views;
    private final EvaluationBudget budget;
    private final CatalogReader catalog;

    /** Works on one snapshot and for one question. It caches what it has read. */
    public CertificateProgress(ViewSnapshot views) {
        this(views, EvaluationBudget.ofRequest());
    }

    CertificateProgress(ViewSnapshot views, EvaluationBudget budget) {
        this(views, budget, new CatalogReader(views));
    }

    private CertificateProgress(
            ViewSnapshot views, EvaluationBudget budget, CatalogReader catalog) {
        this.views = views;
        this.budget = budget;
        this.catalog = catalog;
    }

    /** The same, with a budget that nothing has used yet. */
    public CertificateProgress withOwnBudget() {
        return new CertificateProgress(views, EvaluationBudget.ofRequest(), catalog);
    }

    /** The progress of one student's candidacy with these enrollments. */
    public RequirementProgress progress(
            Candidacy candidacy,
            Certificate certificate,
            List<Enrollment> enrollments,
            LocalDate today) {
        return RequirementProgress.of(
                goal(candidacy, certificate),
                attempts(candidacy, enrollments),
                today,
                () -> catalog.program(certificate.programId()),
                budget);
    }

    /** The evaluation of one candidacy with these enrollments, without the reasons. */
    public Evaluation evaluation(
            Candidacy candidacy,
            Certificate certificate,
            List<Enrollment> enrollments,
            LocalDate today) {
        return evaluation(goal(candidacy, certificate), attempts(candidacy, enrollments), today);
    }

    /** The evaluation of another requirement; {@code pathway} holds the ids of its courses. */
    Evaluation evaluation(
            Candidacy candidacy,
            Requirement requirement,
            Set<String> pathway,
            List<Enrollment> enrollments,
            LocalDate today) {
        var transcript = TranscriptView.in(views, candidacy.studentId());
        var goal =
                new CandidacyGoal(
                        candidacy.programId(),
                        candidacy.institutionId(),
                        requirement,
                        pathway,
                        new Allowances(
                                List.of(),
                                transcript
                                        .allowances(candidacy.certificateId(), 0)
                                        .substitutions()));
        return evaluation(goal, attempts(candidacy, enrollments), today);
    }

    /** The evaluation of a goal with these outcomes, within the budget of this question. */
    public Evaluation evaluation(
            CandidacyGoal goal, List<CourseAttempt> attempts, LocalDate today) {
        return Evaluation.of(goal, attempts, today, budget);
    }

    /** Limits the work of this question. */
    public EvaluationBudget budget() {
        return budget;
    }

    /** The certificate of a candidacy. Throws IllegalStateException if it cannot be read. */
    public Certificate certificate(Candidacy candidacy) {
        return View.existing(
                views.of(Certificate.VIEW).get(candidacy.certificateId()),
                "certificate",
                candidacy.certificateId());
    }

    /** The goal of a candidacy. */
    public CandidacyGoal goal(Candidacy candidacy, Certificate certificate) {
        var version = certificate.version(candidacy.requirementVersion());
        return new CandidacyGoal(
                certificate.programId(),
                certificate.institutionId(),
                version.requirement(),
                version.courses(candidacy.pathway()),
                TranscriptView.in(views, candidacy.studentId())
                        .allowances(candidacy.certificateId(), version.number()));
    }

    private List<CourseAttempt> attempts(Candidacy candidacy, List<Enrollment> enrollments) {
        var transcript = TranscriptView.in(views, candidacy.studentId());
        var shared = transcript.shared(candidacy.certificateId());
        var all = new ArrayList<CourseAttempt>();
        for (var enrollment : enrollments) {
            var outcome = enrollment.outcome();
            if (outcome == null) continue;
            all.add(
                    attempt(
                            enrollment,
                            outcome.completed(),
                            outcome.grade(),
                            outcome.completedOn(),
                            shared));
        }
        all.addAll(transcript.credits(shared));
        return all;
    }

    private CourseAttempt attempt(
            Enrollment enrollment,
            boolean completed,
            @Nullable String grade,
            LocalDate on,
            Set<String> shared) {
        return new CourseAttempt(
                enrollment.id(),
                enrollment.courseId(),
                enrollment.programId(),
                enrollment.institutionId(),
                catalog.units(enrollment.courseId()),
                completed,
                grade,
                on,
                false,
                shared.contains(enrollment.id()));
    }

    /**
     * The standpoint of a candidate when everything underway is passed on its last day.
     *
     * @param attempts outcomes, credits, and the courses underway as completed
     * @param underway ids of the courses underway
     */
    public record ProgressFacts(
            CandidacyGoal goal, List<CourseAttempt> attempts, Set<String> underway) {}

    /** The standpoint of a candidate with these enrollments. */
    public ProgressFacts standpoint(
            Candidacy candidacy, List<Enrollment> enrollments, LocalDate today) {
        var attempts = new ArrayList<>(attempts(candidacy, enrollments));
        var underway = new HashSet<String>();
        for (var enrollment : enrollments) {
            if (!enrollment.isUnderway()) continue;
            underway.add(enrollment.courseId());
            var ends = ends(enrollment, today);
            attempts.add(attempt(enrollment, true, "P", ends, Set.of()));
        }
        return new ProgressFacts(goal(candidacy, certificate(candidacy)), attempts, underway);
    }

    /** The completion of this offering, passed on its last day. */
    public CourseAttempt passed(Offering offering) {
        return new CourseAttempt(
                offering.id(),
                offering.courseId(),
                offering.programId(),
                offering.institutionId(),
                catalog.units(offering.courseId()),
                true,
                "P",
                offering.endsOn(),
                false,
                false);
    }

    /** Ids of the courses that could still fill what an evaluation misses. */
    public Set<String> stillCount(Evaluation evaluation, ProgressFacts from) {
        var done = new HashMap<CourseSet, Set<String>>();
        for (var leaf : evaluation.leaves())
            if (leaf.missing().signum() > 0)
                done.merge(
                        leaf.of(),
                        hits(leaf),
                        CertificateProgress::inBoth); // each set is read once
        var all = new HashSet<String>();
        done.forEach(
                (set, hits) -> {
                    for (var id : catalog.members(set, from.goal()))
                        if (!hits.contains(id)) all.add(id);
                });
        all.removeAll(from.underway());
        return all;
    }

    private static Set<String> hits(CountedNode leaf) {
        return leaf.hits().stream().map(Hit::as).collect(toSet());
    }

    private static Set<String> inBoth(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(toSet());
    }

    /** The ids of the courses of a program. */
    public List<String> coursesOf(String programId) {
        return catalog.program(programId);
    }

    /** The offerings of a course, the first to start first. */
    public List<Offering> offerings(String courseId) {
        return catalog.offerings(courseId);
    }

    /**
     * The cheapest way to fill what evaluations miss, at known prices.
     *
     * @param from the standpoint of each of the evaluations, in the same order
     * @param taken ids of courses that are not to be taken again
     */
    public CheapestPlan cheapestPlan(
            List<Evaluation> evaluations,
            List<ProgressFacts> from,
            Set<String> taken,
            Money nothing,
            LocalDate today) {
        var needs = new ArrayList<CourseNeed>();
        for (int i = 0; i < evaluations.size(); i++)
            if (!addNeeds(evaluations.get(i), from.get(i), taken, needs))
                return CheapestPlan.UNKNOWN;
        return CheapestPlan.through(needs, id -> catalog.price(id, today), nothing, budget);
    }

    /** False if the needs cannot be determined. */
    private boolean addNeeds(
            Evaluation evaluation, ProgressFacts from, Set<String> taken, List<CourseNeed> needs) {
        if (evaluation.undecided()) return false;
        long reckoned = 0;
        for (var need : needs) reckoned += need.eligible().size();
        for (var leaf : evaluation.leaves()) {
            if (leaf.missing().signum() == 0) continue;
            var members = catalog.members(leaf.of(), from.goal());
            reckoned += members.size();
            if (reckoned > RECKONED) return false;
            var eligible = new HashSet<>(members);
            eligible.removeAll(taken);
            leaf.hits().forEach(hit -> eligible.remove(hit.as()));
            needs.add(
                    leaf.inUnits()
                            ? units(leaf.missing(), eligible, members)
                            : new CourseNeed(leaf.missing().intValueExact(), eligible, members));
        }
        return true;
    }

    /** Measures units in the largest unit of which all courses are whole multiples. */
    private CourseNeed units(BigDecimal missing, Set<String> eligible, Set<String> members) {
        var weights = new HashMap<String, Integer>();
        var measure = BigInteger.ZERO;
        for (var courseId : eligible) {
            var units = catalog.units(courseId);
            if (units == null || units.signum() == 0) continue;
            var hundredths = units.movePointRight(2).toBigIntegerExact();
            measure = measure.gcd(hundredths);
            weights.put(courseId, hundredths.intValueExact());
        }
        var one = measure.signum() == 0 ? 100 : measure.intValueExact();
        weights.replaceAll((_, weight) -> weight / one);
        var count = Math.ceilDiv(missing.movePointRight(2).intValueExact(), one);
        return new CourseNeed(count, Set.copyOf(weights.keySet()), members, weights);
    }

    private LocalDate ends(Enrollment enrollment, LocalDate today) {
        var offering = views.of(Offering.VIEW).get(enrollment.offeringId());
        return offering == null || offering.endsOn().isBefore(today) ? today : offering.endsOn();
    }
}
