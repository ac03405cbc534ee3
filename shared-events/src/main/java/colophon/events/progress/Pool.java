package colophon.events.progress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/** The completions that may still count at some place of a tree, and why the others may not. */
record Pool(List<Attempt> usable, @Nullable Pool from, String without) {

    static Pool of(List<Attempt> all) {
        return new Pool(all, null, "");
    }

    Pool without(String reason, Predicate<Attempt> gone) {
        return new Pool(usable.stream().filter(gone.negate()).toList(), this, reason);
    }

    /** Why it may not count here, or null if it may. */
    @Nullable String reason(Attempt attempt) {
        String reason = null;
        for (Pool pool = this; pool != null && !pool.usable.contains(attempt); pool = pool.from)
            reason = pool.without;
        return reason;
    }
}
