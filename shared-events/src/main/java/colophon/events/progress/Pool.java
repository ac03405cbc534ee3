package colophon.events.progress;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;

/**
 * The completions that may count at a node, and the reasons why the others may not.
 *
 * @param usable completions that may count, earliest first
 */
record Pool(List<Attempt> usable, @Nullable Pool from, String without) {

    static Pool of(List<Attempt> all) {
        return new Pool(all, null, "");
    }

    /** An empty pool with one reason for every completion. */
    static Pool none(String reason) {
        return new Pool(List.of(), null, reason);
    }

    Pool without(String reason, List<Attempt> left) {
        return new Pool(left, this, reason);
    }

    /** The reason why a completion may not count here, or null if it may. */
    @Nullable String reason(Attempt attempt) {
        String reason = null;
        for (Pool pool = this; pool != null && !pool.has(attempt); pool = pool.from)
            reason = pool.without;
        return reason;
    }

    private boolean has(Attempt attempt) {
        int near = Collections.binarySearch(usable, attempt, Evaluation.EARLIEST);
        if (near < 0) return false;
        // a credit may have the same id as an enrollment
        for (int i = Math.max(0, near - 1); i < usable.size() && i <= near + 1; i++)
            if (usable.get(i).equals(attempt)) return true;
        return false;
    }
}
