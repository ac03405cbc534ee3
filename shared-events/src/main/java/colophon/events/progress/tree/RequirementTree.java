package colophon.events.progress.tree;

import colophon.events.progress.budget.EvaluationSteps;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.CourseAttempt;
import colophon.events.progress.completions.Eligibility;
import colophon.events.progress.completions.Waivers;
import colophon.events.progress.tree.CapNode.Limit;
import colophon.events.progress.tree.CountingNode.CountQuestion;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tree of one goal with the completions of one student. First each node computes how much of it
 * which completions do. Then, with the best windows and choices known, the tree is walked once from
 * root to leaves.
 */
final class RequirementTree {

    static final String WINDOW = "outside-window";
    static final String SHARED = "over-shared-limit";
    static final String TRANSFERRED = "over-transferred-limit";

    private final CandidacyGoal goal;
    private final LocalDate today;
    private final Completions completions;
    private final EvaluationSteps steps;
    private final Eligibility eligibility;
    private final Waivers waivers;
    private final List<CountingNode> leaves = new ArrayList<>();
    private final List<CapNode> caps = new ArrayList<>();
    private final TreeNode root;

    RequirementTree(
            CandidacyGoal goal,
            LocalDate today,
            List<CourseAttempt> completions,
            EvaluationSteps steps) {
        this.goal = goal;
        this.today = today;
        this.steps = steps;
        this.completions = Completions.of(completions, finest(goal));
        this.eligibility = Eligibility.of(goal);
        this.waivers = Waivers.of(goal.allowances());
        this.root = place(goal.requirement(), "");
    }

    Evaluation evaluate() {
        return evaluate(CompletionPool.of(completions.all()));
    }

    Evaluation evaluate(CompletionPool pool) {
        var evaluation = root.evaluate(pool, completions.bits());
        return evaluation.complete(caps.stream().noneMatch(CapNode::isTruncated));
    }

    /** The most decimals of any amount that is required or waived. */
    private static int finest(CandidacyGoal goal) {
        int finest = finest(goal.requirement());
        for (var waiver : goal.allowances().waivers())
            if (waiver.count() != null) finest = Math.max(finest, waiver.count().scale());
        return finest;
    }

    private static int finest(Requirement requirement) {
        return switch (requirement) {
            case Courses _ -> 0;
            case Units units -> units.count().scale();
            case AllOf all ->
                    all.parts().stream().mapToInt(RequirementTree::finest).max().orElse(0);
            case Choose some ->
                    some.parts().stream().mapToInt(RequirementTree::finest).max().orElse(0);
            case Within within -> finest(within.inner());
            case MinimumGrade minimum -> finest(minimum.inner());
            case MaxShared shared -> Math.max(shared.units().scale(), finest(shared.inner()));
            case MaxTransferred some -> Math.max(some.units().scale(), finest(some.inner()));
        };
    }

    private TreeNode place(Requirement requirement, String node) {
        return switch (requirement) {
            case Courses courses ->
                    leaf(
                            node + "/courses",
                            courses.of(),
                            false,
                            BigDecimal.valueOf(courses.count()));
            case Units units -> leaf(node + "/units", units.of(), true, units.count());
            case AllOf all -> parts(all.parts().size(), all.parts(), node + "/allOf/");
            case Choose some -> parts(some.count(), some.parts(), node + "/choose/of/");
            case Within within ->
                    new WindowNode(
                            steps,
                            within.period(),
                            completions,
                            today,
                            place(within.inner(), node));
            case MinimumGrade minimum ->
                    new GradeNode(
                            steps, minimum.grade(), completions, place(minimum.inner(), node));
            case MaxShared shared ->
                    cap(SHARED, CourseAttempt::shared, shared.units(), shared.inner(), node);
            case MaxTransferred some ->
                    cap(TRANSFERRED, CourseAttempt::transferred, some.units(), some.inner(), node);
        };
    }

    private TreeNode leaf(String node, CourseSet of, boolean inUnits, BigDecimal required) {
        var asked = new CountQuestion(node, of, inUnits, required, waivers.waived(node, required));
        var leaf = CountingNode.of(steps, asked, completions, eligibility);
        leaves.add(leaf);
        return leaf;
    }

    private TreeNode parts(int count, List<Requirement> parts, String node) {
        var all = new ArrayList<TreeNode>();
        var relevant = CompletionSet.none(completions.size());
        for (var part : parts) {
            var place = place(part, node + all.size());
            relevant = relevant.or(place.relevant());
            all.add(place);
        }
        return new PartsNode(steps, count, List.copyOf(all), relevant);
    }

    private TreeNode cap(
            String reason,
            Predicate<CourseAttempt> kind,
            BigDecimal units,
            Requirement inner,
            String node) {
        int before = leaves.size();
        var place = place(inner, node);
        var marks = marks(inner, leaves.subList(before, leaves.size()));
        var byCourse = !goal.allowances().substitutions().isEmpty();
        var limit = new Limit(reason, kind, units, byCourse, marks);
        var cap = new CapNode(steps, limit, completions, place);
        caps.add(cap);
        return cap;
    }

    /** By completion: a number that is equal for completions that every node below treats alike. */
    private List<Integer> marks(Requirement inner, List<CountingNode> below) {
        var days = has(inner, Within.class);
        var grades = has(inner, MinimumGrade.class);
        var numbers = new HashMap<List<Object>, Integer>();
        var marks = new ArrayList<Integer>();
        for (int i = 0; i < completions.size(); i++) {
            steps.take(below.size());
            var one = completions.get(i);
            int at = i;
            var mark =
                    List.<Object>of(
                            CompletionSet.of(
                                    below.size(), leaf -> below.get(leaf).relevant().has(at)),
                            completions.whole(one.worth()),
                            one.shared(),
                            one.transferred(),
                            days ? one.completedOn() : "",
                            grades ? String.valueOf(one.grade()) : "");
            numbers.putIfAbsent(mark, numbers.size());
            marks.add(numbers.getOrDefault(mark, 0));
        }
        return marks;
    }

    private static boolean has(Requirement tree, Class<? extends Requirement> kind) {
        return kind.isInstance(tree)
                || switch (tree) {
                    case Courses _, Units _ -> false;
                    case AllOf all -> all.parts().stream().anyMatch(part -> has(part, kind));
                    case Choose some -> some.parts().stream().anyMatch(part -> has(part, kind));
                    case Within within -> has(within.inner(), kind);
                    case MinimumGrade minimum -> has(minimum.inner(), kind);
                    case MaxShared shared -> has(shared.inner(), kind);
                    case MaxTransferred transferred -> has(transferred.inner(), kind);
                };
    }
}
