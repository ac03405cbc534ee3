package colophon.events.progress;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;

/**
 * The completions that may still count at some place of a tree, and why the others may not.
 *
 * @param usable the earliest first
 */
record Pool(List<Attempt> usable, @Nullable Pool from, String without) {

    static Pool of(List<Attempt> all) {
        return new Pool(all, null, "");
    }

    /** Of nothing: why a completion may not count is this, for all of them. */
    static Pool none(String reason) {
        return new Pool(List.of(), null, reason);
    }

    Pool without(String reason, List<Attempt> left) {
        return new Pool(left, this, reason);
    }

    /** Why it may not count here, or null if it may. */
    @Nullable String reason(Attempt attempt) {
        String reason = null;
        for (Pool pool = this; pool != null && !pool.has(attempt); pool = pool.from)
            reason = pool.without;
        return reason;
    }

    private boolean has(Attempt attempt) {
        int near = Collections.binarySearch(usable, attempt, Evaluation.EARLIEST);
        if (near < 0) return false;
        // a credit may have the id of an enrollment
        for (int i = Math.max(0, near - 1); i < usable.size() && i <= near + 1; i++)
            if (usable.get(i).equals(attempt)) return true;
        return false;
    }
}
