package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The progress of completions toward a requirement, found by trying every window. */
public final class Rung {

    /** A completion. */
    record Done(String course, LocalDate on) {}

    /** How many are completed, and how many are required. */
    public record Far(int completed, int required) {
        /** True if the requirement is met. */
        public boolean met() {
            return completed == required;
        }
    }

    private Rung() {}

    /**
     * The progress.
     *
     * @param requirement the tree in the form of its JSON
     * @param sets the meaning of "program" and "any": course ids of the certificate's program and
     *     institution
     */
    static Far of(
            Map<?, ?> requirement,
            List<Done> done,
            LocalDate today,
            Map<String, ? extends List<String>> sets) {
        if (!requirement.containsKey("within")) return inside(requirement, done, today, sets);
        var period = Period.parse(String.valueOf(requirement.get("within")));
        var best = inside(requirement, List.of(), today, sets);
        for (var first : done) {
            var lastDay = first.on().plus(period);
            var together = new ArrayList<Done>();
            for (var one : done)
                if (!one.on().isBefore(first.on()) && !one.on().isAfter(lastDay)) together.add(one);
            var far = inside(requirement, together, today, sets);
            // a requirement that is not met can only be met together with a future completion
            if (!far.met() && lastDay.isBefore(today)) continue;
            if (far.completed() > best.completed()) best = far;
        }
        return best;
    }

    private static Far inside(
            Map<?, ?> requirement,
            List<Done> done,
            LocalDate today,
            Map<String, ? extends List<String>> sets) {
        if (requirement.get("allOf") instanceof List<?> all) {
            int completed = 0;
            int required = 0;
            for (var part : all) {
                var far = of((Map<?, ?>) part, done, today, sets);
                completed += far.completed();
                required += far.required();
            }
            return new Far(completed, required);
        }
        var node = (Map<?, ?>) requireNonNull(requirement.get("courses"));
        int count = (Integer) requireNonNull(node.get("count"));
        var courses = new HashSet<String>();
        for (var one : done)
            if (counts(one, requireNonNull(node.get("of")), sets)) courses.add(one.course());
        return new Far(Math.min(count, courses.size()), count);
    }

    private static boolean counts(Done one, Object of, Map<String, ? extends List<String>> sets) {
        var set = of instanceof List<?> list ? list : sets.get(String.valueOf(of));
        return set != null && set.contains(one.course());
    }
}
