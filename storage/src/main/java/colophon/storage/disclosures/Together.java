package colophon.storage.disclosures;

import colophon.storage.log.GroupCommit;
import colophon.storage.log.Trouble;
import colophon.views.disclosure.Look;
import colophon.views.disclosure.NotRecordedException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Groups the disclosures of several threads into one write. */
final class Together implements AutoCloseable {

    /** A thread waits no longer than this. Its disclosures may still be recorded later. */
    private static final long PATIENCE_SECONDS = 10;

    private final GroupCommit<Some> writer;

    private record Some(List<Look> looks, CompletableFuture<Boolean> written) {

        /** Approximate size in bytes, for limits. */
        int size() {
            return 512 * looks.size();
        }
    }

    private final Trouble trouble = new Trouble("The disclosures cannot be written");

    /** Makes these durable, or throws. */
    @FunctionalInterface
    interface Write {
        void all(List<Look> looks) throws Exception;
    }

    Together(Write write) {
        this.writer = new GroupCommit<>("disclosures", Some::size, batch -> write(batch, write));
    }

    /** Returns when they are durable. Throws NotRecordedException if that is not certain. */
    void record(List<Look> looks) {
        if (looks.isEmpty()) return;
        var some = new Some(List.copyOf(looks), new CompletableFuture<>());
        try {
            writer.addHere(some);
            some.written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new NotRecordedException(said(cause == null ? e : cause), cause);
        } catch (TimeoutException | RejectedExecutionException e) {
            trouble.is(said(e));
            throw new NotRecordedException(said(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRecordedException("Interrupted", e);
        }
    }

    /** Reports why they cannot be written. */
    Trouble trouble() {
        return trouble;
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write(List<Some> batch, Write write) {
        try {
            write.all(batch.stream().flatMap(some -> some.looks.stream()).toList());
            trouble.over();
            for (var some : batch) some.written.complete(true);
        } catch (Exception | Error e) {
            trouble.is(String.valueOf(e.getMessage()));
            for (var some : batch) some.written.completeExceptionally(e);
        }
    }

    private static String said(Throwable cause) {
        return cause instanceof TimeoutException
                ? "The disclosure log did not answer within " + PATIENCE_SECONDS + " s"
                : "The disclosure log cannot be written: " + cause.getMessage();
    }
}
