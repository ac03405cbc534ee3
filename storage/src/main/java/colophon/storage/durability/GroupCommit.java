package colophon.storage.durability;

import colophon.storage.log.Commit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/**
 * One thread writes for all: while a batch is being made durable, the next one gathers. There is no
 * timer, so a single writer does not wait for others. First in, first out, one batch at a time.
 *
 * @param <W> one piece of work; it carries its own future
 */
public final class GroupCommit<W> implements AutoCloseable {

    private static final int MOST = 256;

    /** Makes batches durable. Called by one thread at a time, though not always the same. */
    public interface BatchWriter<W> {

        /** Makes a batch durable and completes the future of each piece of work. Must not throw. */
        void write(List<W> batch);

        /**
         * The same for one piece, called by the thread that waits for it. It must not take long.
         * False if work is left: then {@link #write} is called soon, with the work that follows or
         * with an empty list. Must not throw.
         */
        default boolean writeHere(W work) {
            write(List.of(work));
            return true;
        }
    }

    private sealed interface Next<W> {

        record One<W>(W work) implements Next<W> {}

        /** Work was left by {@link BatchWriter#writeHere}. */
        record Rest<W>() implements Next<W> {}

        record Last<W>() implements Next<W> {}
    }

    private final BlockingQueue<Next<W>> waiting = new LinkedBlockingQueue<>();
    private final ToIntFunction<W> size;
    private final BatchWriter<W> writing;
    private final Thread thread;

    /** The holder of this lock may write. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Object door = new Object();
    private boolean closed;

    /** Number of pieces that were accepted and are not done. At 0 there is nothing to overtake. */
    private int undone;

    /**
     * Starts the thread.
     *
     * @param size bytes of a piece of work: a batch ends when it holds 4 MB or 256 pieces
     */
    public GroupCommit(String name, ToIntFunction<W> size, BatchWriter<W> writing) {
        this.size = size;
        this.writing = writing;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Queues a piece of work. Throws RejectedExecutionException once closed. */
    public void add(W work) {
        synchronized (door) {
            letIn();
            waiting.add(new Next.One<>(work));
        }
    }

    /**
     * The same, for a thread that waits for the result. If no other work is there, the calling
     * thread writes itself, which saves two hand-overs between threads.
     */
    public void addHere(W work) {
        if (Thread.currentThread().isInterrupted()) add(work);
        else if (letInAlone(work)) writeHere(work);
    }

    /**
     * True if no other work was accepted and is not done; then the caller may write. Else queues
     * it.
     */
    private boolean letInAlone(W work) {
        synchronized (door) {
            letIn();
            if (undone == 1) return true;
            waiting.add(new Next.One<>(work));
            return false;
        }
    }

    private void writeHere(W work) {
        turn.lock();
        try {
            if (writing.writeHere(work)) done(1);
            else waiting.add(new Next.Rest<>());
        } finally {
            turn.unlock();
        }
    }

    /** Writes what was accepted, then stops the thread. */
    @Override
    public void close() {
        synchronized (door) {
            if (!closed) waiting.add(new Next.Last<>());
            closed = true;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void letIn() {
        if (closed) throw new RejectedExecutionException("The log is closed");
        undone++;
    }

    private void done(int count) {
        synchronized (door) {
            undone -= count;
        }
    }

    private void run() {
        try {
            var batch = new ArrayList<W>(MOST);
            var ending = false;
            var next = waiting.take();
            while (next != null) {
                turn.lock();
                try {
                    if (next instanceof Next.Last) {
                        ending = true;
                        // a caller that was writing meanwhile may have left work
                        next = waiting.poll();
                    }
                    if (next != null) next = write(next, batch);
                } finally {
                    turn.unlock();
                }
                if (next == null) next = ending ? waiting.poll() : waiting.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Next<W> write(Next<W> first, List<W> batch) {
        batch.clear();
        var rests = 0;
        var bytes = 0;
        var next = first;
        while (next != null) {
            if (next instanceof Next.Last) break;
            if (next instanceof Next.One<W>(var work)) {
                bytes += size.applyAsInt(work);
                if (!batch.isEmpty() && bytes > Commit.MOST_BYTES) break;
                batch.add(work);
            } else rests++;
            next = batch.size() == MOST ? null : waiting.poll();
        }
        writing.write(batch);
        done(batch.size() + rests);
        return next;
    }
}
