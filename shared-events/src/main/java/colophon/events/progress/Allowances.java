package colophon.events.progress;

import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.RequirementWaived;

import java.math.BigDecimal;
import java.util.List;

/** What an administrator allowed one student toward one certificate. */
public record Allowances(List<RequirementWaived> waivers, List<CourseSubstituted> substitutions) {

    /** Nothing was allowed. */
    public static final Allowances NONE = new Allowances(List.of(), List.of());

    /** How much of what a node asks is waived; never more than that. */
    BigDecimal waived(String node, BigDecimal asked) {
        var sum = BigDecimal.ZERO;
        for (var waiver : waivers)
            if (waiver.node().equals(node))
                sum = sum.add(waiver.count() == null ? asked : waiver.count());
        return sum.min(asked);
    }
}
