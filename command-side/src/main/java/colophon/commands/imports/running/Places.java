package colophon.commands.imports.running;

import static colophon.commands.Reason.TOO_MANY_IMPORTS;

import colophon.commands.Refusal;

import java.util.HashMap;
import java.util.Map;

/** How many imports, dry runs and reversals of each account are under way in this process. */
final class Places {

    private final Map<String, Integer> taken = new HashMap<>();
    private final int most;

    /** So many of one account; 0 is no limit. */
    Places(int most) {
        this.most = most == 0 ? Integer.MAX_VALUE : most;
    }

    /** One of the places of an account, until it is closed, which it may be twice. */
    final class Place implements AutoCloseable {

        private final String who;
        private boolean left;

        private Place(String who) {
            this.who = who;
        }

        @Override
        public void close() {
            synchronized (Places.this) {
                if (!left) taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
                left = true;
            }
        }
    }

    /** For what is asked for now; throws the Refusal if there are as many as may be. */
    synchronized Place ask(String who) {
        if (taken.getOrDefault(who, 0) >= most)
            throw new Refusal(
                    TOO_MANY_IMPORTS,
                    "%d imports, dry runs or reversals of this account are under way. Wait until one has ended, or cancel one."
                            .formatted(most));
        return take(who);
    }

    /** For what goes on, however many there are. */
    synchronized Place take(String who) {
        taken.merge(who, 1, Integer::sum);
        return new Place(who);
    }
}
