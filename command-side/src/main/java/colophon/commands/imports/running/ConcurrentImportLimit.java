package colophon.commands.imports.running;

import static colophon.commands.Reason.TOO_MANY_IMPORTS;

import colophon.commands.Refusal;

import java.util.HashMap;
import java.util.Map;

/** Limits the imports, dry runs and reversals that each account runs at once in this process. */
public final class ConcurrentImportLimit {

    private final Map<String, Integer> taken = new HashMap<>();
    private final int most;

    /** {@code most} is the limit per account; 0 means no limit. */
    ConcurrentImportLimit(int most) {
        this.most = most == 0 ? Integer.MAX_VALUE : most;
    }

    /** One place of an account, held until it is closed. Closing it twice is allowed. */
    public final class Permit implements AutoCloseable {

        private final String who;
        private boolean left;

        private Permit(String who) {
            this.who = who;
        }

        @Override
        public void close() {
            synchronized (ConcurrentImportLimit.this) {
                if (!left) taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
                left = true;
            }
        }
    }

    /** Takes a place for a new request. Throws Refusal if the account is at its limit. */
    public synchronized Permit ask(String who) {
        if (taken.getOrDefault(who, 0) >= most)
            throw new Refusal(
                    TOO_MANY_IMPORTS,
                    "%d imports, dry runs or reversals of this account are under way. Wait until one has ended, or cancel one."
                            .formatted(most));
        return take(who);
    }

    /** Takes a place for work that continues, without checking the limit. */
    synchronized Permit take(String who) {
        taken.merge(who, 1, Integer::sum);
        return new Permit(who);
    }
}
