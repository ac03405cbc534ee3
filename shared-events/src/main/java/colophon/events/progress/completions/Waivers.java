package colophon.events.progress.completions;

import colophon.events.transcript.RequirementWaived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waivers by node. */
public record Waivers(Map<String, List<RequirementWaived>> byNode) {

    /** The waivers among these. */
    public static Waivers of(Allowances allowances) {
        var all = new HashMap<String, List<RequirementWaived>>();
        for (var one : allowances.waivers())
            all.computeIfAbsent(one.node(), _ -> new ArrayList<>()).add(one);
        return new Waivers(all);
    }

    /** The waivers of a node, in the order they were granted. */
    public List<RequirementWaived> of(String node) {
        return byNode.getOrDefault(node, List.of());
    }

    /** How much of a node is waived, never more than {@code asked}. */
    public BigDecimal waived(String node, BigDecimal asked) {
        var sum = BigDecimal.ZERO;
        for (var waiver : of(node)) sum = sum.add(waiver.count() == null ? asked : waiver.count());
        return sum.min(asked);
    }
}
