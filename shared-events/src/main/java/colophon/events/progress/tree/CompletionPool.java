package colophon.events.progress.tree;

import colophon.events.progress.completions.CourseAttempt;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;

/**
 * The completions that may count at a node, and the reasons why the others may not.
 *
 * @param usable completions that may count, earliest first
 */
record CompletionPool(List<CourseAttempt> usable, @Nullable CompletionPool from, String without) {

    static CompletionPool of(List<CourseAttempt> all) {
        return new CompletionPool(all, null, "");
    }

    /** An empty pool with one reason for every completion. */
    static CompletionPool none(String reason) {
        return new CompletionPool(List.of(), null, reason);
    }

    CompletionPool without(String reason, List<CourseAttempt> left) {
        return new CompletionPool(left, this, reason);
    }

    /** The reason why a completion may not count here, or null if it may. */
    @Nullable String reason(CourseAttempt attempt) {
        String reason = null;
        for (CompletionPool pool = this; pool != null && !pool.has(attempt); pool = pool.from)
            reason = pool.without;
        return reason;
    }

    private boolean has(CourseAttempt attempt) {
        int near = Collections.binarySearch(usable, attempt, Evaluation.EARLIEST);
        if (near < 0) return false;
        // a credit may have the same id as an enrollment
        for (int i = Math.max(0, near - 1); i < usable.size() && i <= near + 1; i++)
            if (usable.get(i).equals(attempt)) return true;
        return false;
    }
}
