package colophon.events.progress;

import java.time.LocalDate;
import java.time.Period;

/**
 * A place where only what lies in one window counts. A window is a range of the completions in the
 * order of their days. One that holds nothing that an earlier one did not hold is passed over: it
 * cannot do more. So of the windows of another window, all but those at its end are windows of the
 * whole, and each of them is answered once.
 */
final class WindowPlace extends Place {

    private final Place inner;
    private final Period period;
    private final Completions completions;
    private final Bits none;

    /** By completion, if a window starts with it: the first that is too late, and if it is open. */
    private final int[] until;

    private final boolean[] open;

    WindowPlace(Steps steps, Period period, Completions completions, LocalDate today, Place inner) {
        super(steps, inner.required(), inner.relevant());
        steps.take(completions.size());
        this.inner = inner;
        this.period = period;
        this.completions = completions;
        this.none = Bits.none(completions.size());
        this.until = new int[completions.size()];
        this.open = new boolean[completions.size()];
        int late = 0;
        for (int i = 0; i < until.length; i++) {
            var end = completions.get(i).completedOn().plus(period);
            while (late < until.length && !completions.get(late).completedOn().isAfter(end)) late++;
            until[i] = late;
            open[i] = !end.isBefore(today);
        }
    }

    @Override
    long count(Bits some) {
        return inner.done(best(some));
    }

    /**
     * The earliest window that meets the node, for good. While none does: the fullest of those that
     * are still open today, of equals the earliest, since it holds the most.
     */
    private Bits best(Bits some) {
        var best = none;
        long most = inner.done(none);
        if (most == required()) return none; // all of it is waived
        int seen = 0;
        boolean wasOpen = false;
        for (int i = some.next(0); i >= 0; i = nextDay(some, i)) {
            steps().take(1);
            int further = some.next(seen);
            boolean more = further >= 0 && further < until[i];
            if (!more && (wasOpen || !open[i])) continue;
            seen = until[i];
            wasOpen = open[i];
            var inside = some.between(i, until[i]);
            long done = inner.done(inside);
            if (done == required()) return inside;
            if (open[i] && done > most) {
                most = done;
                best = inside;
            }
        }
        return best;
    }

    private int nextDay(Bits some, int place) {
        var day = completions.get(place).completedOn();
        int next = some.next(place + 1);
        while (next >= 0 && completions.get(next).completedOn().equals(day)) {
            steps().take(1);
            next = some.next(next + 1);
        }
        return next;
    }

    @Override
    Evaluation evaluate(Pool pool, Bits usable) {
        var best = best(usable);
        steps().take(completions.size());
        var inside = pool.without(Tree.WINDOW, completions.some(best));
        var evaluation = inner.evaluate(inside, best);
        return evaluation.met() ? evaluation : evaluation.passing(period);
    }
}
