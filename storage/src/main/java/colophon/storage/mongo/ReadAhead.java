package colophon.storage.mongo;

import colophon.storage.log.Committed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads the log in order, one batch ahead: while the reader works on a batch the server already
 * makes the next one. For one reader at a time; of several, each but the last reads as without it.
 */
final class ReadAhead {

    /** How a batch is read: the commits after this one, at most so many. */
    @FunctionalInterface
    interface Reading {
        List<Committed> read(long after, int most);
    }

    private record Next(long after, int most, CompletableFuture<List<Committed>> commits) {}

    private final Reading reading;
    private volatile @Nullable Next next;

    ReadAhead(Reading reading) {
        this.reading = reading;
    }

    List<Committed> read(long after, int most) {
        var found = found(after, most);
        if (found.isEmpty()) found = reading.read(after, most);
        // near the head there is nothing to be had in advance, and it would be old when it is asked
        // for
        if (found.size() == most) begin(found.getLast().number(), most);
        return found;
    }

    /** Empty where nothing was read in advance, or nothing was there at that time. */
    private List<Committed> found(long after, int most) {
        var ahead = next;
        if (ahead == null || ahead.after != after || ahead.most != most) return List.of();
        next = null;
        try {
            return ahead.commits.join();
        } catch (CompletionException _) {
            return List.of(); // asked again, it says why
        }
    }

    private void begin(long after, int most) {
        var commits = new CompletableFuture<List<Committed>>();
        next = new Next(after, most, commits);
        Thread.startVirtualThread(
                () -> {
                    try {
                        commits.complete(reading.read(after, most));
                    } catch (RuntimeException e) {
                        commits.completeExceptionally(e);
                    }
                });
    }
}
