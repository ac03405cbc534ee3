package colophon.storage.disclosures;

import colophon.storage.durability.GroupCommit;
import colophon.storage.durability.OutageReport;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.DisclosureNotRecordedException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Groups the disclosures of several threads into one write. */
final class GroupedWrites implements AutoCloseable {

    /** A thread waits no longer than this. Its disclosures may still be recorded later. */
    private static final long PATIENCE_SECONDS = 10;

    private final GroupCommit<WaitingWrite> writer;

    private record WaitingWrite(List<Disclosure> looks, CompletableFuture<Boolean> written) {

        /** Approximate size in bytes, for limits. */
        int size() {
            return 512 * looks.size();
        }
    }

    private final OutageReport outage = new OutageReport("The disclosures cannot be written");

    /** Makes these durable, or throws. */
    @FunctionalInterface
    interface Write {
        void all(List<Disclosure> looks) throws Exception;
    }

    GroupedWrites(Write write) {
        this.writer =
                new GroupCommit<>("disclosures", WaitingWrite::size, batch -> write(batch, write));
    }

    /** Returns when they are durable. Throws NotRecordedException if that is not certain. */
    void record(List<Disclosure> looks) {
        if (looks.isEmpty()) return;
        var some = new WaitingWrite(List.copyOf(looks), new CompletableFuture<>());
        try {
            writer.addHere(some);
            some.written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new DisclosureNotRecordedException(said(cause == null ? e : cause), cause);
        } catch (TimeoutException | RejectedExecutionException e) {
            outage.is(said(e));
            throw new DisclosureNotRecordedException(said(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DisclosureNotRecordedException("Interrupted", e);
        }
    }

    /** Reports why they cannot be written. */
    OutageReport trouble() {
        return outage;
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write(List<WaitingWrite> batch, Write write) {
        try {
            write.all(batch.stream().flatMap(some -> some.looks.stream()).toList());
            outage.over();
            for (var some : batch) some.written.complete(true);
        } catch (Exception | Error e) {
            outage.is(String.valueOf(e.getMessage()));
            for (var some : batch) some.written.completeExceptionally(e);
        }
    }

    private static String said(Throwable cause) {
        return cause instanceof TimeoutException
                ? "The disclosure log did not answer within " + PATIENCE_SECONDS + " s"
                : "The disclosure log cannot be written: " + cause.getMessage();
    }
}
