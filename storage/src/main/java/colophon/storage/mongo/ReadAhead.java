package colophon.storage.mongo;

import colophon.storage.log.CommitLog.CommittedEvents;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads the log in order, two batches ahead: while the reader works on one batch, the server
 * prepares the next ones. Numbers have no gaps, so the start of a batch is known in advance. Only
 * one reader at a time gains from it; others read without it.
 */
final class ReadAhead {

    /** Reads a batch: at most {@code most} commits after {@code after}. */
    @FunctionalInterface
    interface BatchReader {
        List<CommittedEvents> read(long after, int most);
    }

    private record Batch(long after, int most, CompletableFuture<List<CommittedEvents>> commits) {

        boolean is(long asked, int many) {
            return after == asked && most == many;
        }
    }

    private record Ahead(Batch first, Batch second) {}

    private final BatchReader reading;
    private volatile @Nullable Ahead ahead;

    ReadAhead(BatchReader reading) {
        this.reading = reading;
    }

    List<CommittedEvents> read(long after, int most) {
        var there = ahead;
        var isThere = there != null && there.first.is(after, most);
        var found = there != null && isThere ? found(there.first) : List.<CommittedEvents>of();
        if (found.isEmpty()) found = reading.read(after, most);
        // near the head there is nothing to read ahead, and it would be outdated when it is asked
        // for
        if (found.size() == most) begin(after + most, most, isThere ? there : null);
        else if (isThere) ahead = null;
        return found;
    }

    /** Empty if there was nothing at that time. */
    private static List<CommittedEvents> found(Batch batch) {
        try {
            return batch.commits.join();
        } catch (CompletionException _) {
            return List.of(); // the read is repeated, and then fails with the reason
        }
    }

    private void begin(long after, int most, @Nullable Ahead before) {
        var first =
                before != null && before.second.is(after, most)
                        ? before.second
                        : begun(after, most);
        ahead = new Ahead(first, begun(after + most, most));
    }

    private Batch begun(long after, int most) {
        var batch = new Batch(after, most, new CompletableFuture<>());
        Thread.startVirtualThread(
                () -> {
                    try {
                        batch.commits.complete(reading.read(after, most));
                    } catch (RuntimeException e) {
                        batch.commits.completeExceptionally(e);
                    }
                });
        return batch;
    }
}
