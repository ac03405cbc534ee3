package colophon.events.progress.completions;

import colophon.events.requirement.CourseSet;
import colophon.events.transcript.CourseSubstituted;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which completions count toward which set, substitutions included. */
public record Eligibility(CandidacyGoal goal, Map<String, List<CourseSubstituted>> substitutions) {

    /** With the substitutions of this goal. */
    public static Eligibility of(CandidacyGoal goal) {
        var all = new HashMap<String, List<CourseSubstituted>>();
        for (var one : goal.allowances().substitutions())
            all.computeIfAbsent(one.byCourseId(), _ -> new ArrayList<>()).add(one);
        return new Eligibility(goal, all);
    }

    /**
     * The course that a completion counts as in a set: its own or one it substitutes; null for
     * none.
     */
    public @Nullable String countsAs(CourseAttempt attempt, CourseSet of) {
        var courseId = attempt.courseId();
        if (goal.has(of, courseId, attempt.programId(), attempt.institutionId())) return courseId;
        for (var substitution : substituted(attempt))
            if (goal.has(
                    of,
                    substitution.courseId(),
                    substitution.programId(),
                    substitution.institutionId())) return substitution.courseId();
        return null;
    }

    /** The substitutions by this course. */
    public List<CourseSubstituted> substituted(CourseAttempt attempt) {
        return substitutions.getOrDefault(attempt.courseId(), List.of());
    }
}
