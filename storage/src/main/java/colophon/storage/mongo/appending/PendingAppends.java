package colophon.storage.mongo.appending;

import colophon.commands.reply.OutcomeUnknownException;
import colophon.storage.log.Commit;
import colophon.storage.log.LogUnavailableException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers commits that have waited too long, while the appender goes on: as unknown, or as not
 * appended if nothing was sent yet.
 */
public final class PendingAppends implements AutoCloseable {

    private final long nanos;
    private final ConcurrentLinkedQueue<TimedAppend> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("log-patience").daemon().factory());

    /** {@code millis} is the longest time that a commit waits for its answer. */
    public PendingAppends(long millis) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        var every = Math.clamp(millis / 10, 1, 250);
        var _ = clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** A commit whose waiting time starts now. */
    public TimedAppend with(Commit commit) {
        var pending = new TimedAppend(commit, System.nanoTime() + nanos);
        waiting.add(pending);
        // Answers come first in, first out, so finished ones are at the head.
        for (var first = waiting.peek();
                first != null && first.answer.isDone();
                first = waiting.peek()) waiting.remove(first);
        return pending;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        var now = System.nanoTime();
        for (var pending : waiting) {
            if (pending.until - now > 0) break;
            pending.giveUp();
            waiting.remove(pending);
        }
    }

    private enum AppendState {
        QUEUED,
        SENT,
        DROPPED
    }

    /** A commit in the queue, and the answer to its writer. */
    public static final class TimedAppend implements PendingAppend {

        private final Commit commit;
        private final long until;
        private final CompletableFuture<Long> answer = new CompletableFuture<>();
        private final AtomicReference<AppendState> state =
                new AtomicReference<>(AppendState.QUEUED);

        private TimedAppend(Commit commit, long until) {
            this.commit = commit;
            this.until = until;
        }

        /** The number of the commit, or the reason why it has none. */
        public CompletableFuture<Long> answer() {
            return answer;
        }

        @Override
        public Commit commit() {
            return commit;
        }

        @Override
        public boolean send() {
            return state.compareAndSet(AppendState.QUEUED, AppendState.SENT)
                    || state.get() == AppendState.SENT;
        }

        @Override
        public void appended(long number) {
            answer.complete(number);
        }

        @Override
        public void refused(RuntimeException why) {
            answer.completeExceptionally(why);
        }

        /** The outcome will not be known, or not in time. */
        public void giveUp() {
            var cause = new TimeoutException();
            if (state.compareAndSet(AppendState.QUEUED, AppendState.DROPPED))
                refused(
                        new LogUnavailableException(
                                "The event log is unavailable; nothing was added", cause));
            else
                refused(
                        new OutcomeUnknownException(
                                "The event log did not confirm the commit in time", cause));
        }
    }
}
