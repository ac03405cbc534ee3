package colophon.events.progress;

import colophon.events.progress.budget.EvaluationBudget;
import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.tree.Evaluation;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.Units;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.RequirementWaived;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A short way to write what one student took in program p of institution i. */
public final class StudentRecord {

    public static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    private final List<CourseAttempt> attempts = new ArrayList<>();
    private final List<RequirementWaived> waivers = new ArrayList<>();
    private final List<CourseSubstituted> substitutions = new ArrayList<>();
    private Set<String> pathway = Set.of();

    /** A completion without units and grade; its id is e-1, e-2 and so on. */
    public StudentRecord completed(String course, String on) {
        return add(course, "p", null, true, null, on, false, false);
    }

    public StudentRecord completed(String course, String units, @Nullable String grade, String on) {
        return add(course, "p", units, true, grade, on, false, false);
    }

    public StudentRecord completedElsewhere(String course, String program, String on) {
        return add(course, program, null, true, null, on, false, false);
    }

    public StudentRecord failed(String course, String on) {
        return add(course, "p", null, false, null, on, false, false);
    }

    public StudentRecord transferred(
            String course, String units, @Nullable String grade, String on) {
        return add(course, "p", units, true, grade, on, true, false);
    }

    public StudentRecord shared(String course, String units, @Nullable String grade, String on) {
        return add(course, "p", units, true, grade, on, false, true);
    }

    public StudentRecord in(String... courses) {
        pathway = Set.of(courses);
        return this;
    }

    public StudentRecord waived(String node, @Nullable String count) {
        waivers.add(
                new RequirementWaived(
                        "s-1",
                        "w-" + (waivers.size() + 1),
                        "c-1",
                        1,
                        node,
                        count == null ? null : units(count),
                        "known",
                        TODAY));
        return this;
    }

    public StudentRecord substituted(String course, String by) {
        substitutions.add(
                new CourseSubstituted(
                        "s-1",
                        "u-" + (substitutions.size() + 1),
                        "c-1",
                        course,
                        "p",
                        "i",
                        by,
                        "like it",
                        TODAY));
        return this;
    }

    public CandidacyGoal goal(Requirement requirement) {
        return new CandidacyGoal(
                "p", "i", requirement, pathway, new Allowances(waivers, substitutions));
    }

    public RequirementProgress progress(Requirement requirement) {
        return progress(requirement, TODAY);
    }

    public RequirementProgress progress(Requirement requirement, LocalDate today) {
        return RequirementProgress.of(
                goal(requirement),
                attempts,
                today,
                () -> List.of("c-1", "c-2", "c-3", "c-4", "c-5"),
                EvaluationBudget.ofOne());
    }

    public Evaluation evaluation(Requirement requirement) {
        return Evaluation.of(goal(requirement), attempts, TODAY);
    }

    public List<String> reasons(Requirement requirement) {
        return reasons(progress(requirement));
    }

    public static List<String> reasons(RequirementProgress progress) {
        return progress.notCounted().stream()
                .map(
                        not ->
                                (not.enrollmentId() == null ? not.creditId() : not.enrollmentId())
                                        + " "
                                        + not.reason())
                .toList();
    }

    private StudentRecord add(
            String course,
            String program,
            @Nullable String units,
            boolean completed,
            @Nullable String grade,
            String on,
            boolean transferred,
            boolean shared) {
        attempts.add(
                new CourseAttempt(
                        "e-" + (attempts.size() + 1),
                        course,
                        program,
                        "i",
                        units == null ? null : units(units),
                        completed,
                        grade,
                        LocalDate.parse(on),
                        transferred,
                        shared));
        return this;
    }

    public static BigDecimal units(String amount) {
        return new BigDecimal(amount);
    }

    public static Units unitsOfProgram(String count) {
        return new Units(units(count), new OfProgram());
    }

    public static CourseSet list(String... ids) {
        return new OfList(Set.of(ids));
    }
}
