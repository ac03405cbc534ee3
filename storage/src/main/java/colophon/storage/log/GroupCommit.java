package colophon.storage.log;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * One thread that writes for all: while a batch is being made durable the next one gathers. There
 * is no timer, so a lone writer waits for nobody. First in, first out.
 *
 * @param <W> one piece of work; it carries its own future
 */
public final class GroupCommit<W> implements AutoCloseable {

    private static final int MOST = 256;

    private final BlockingQueue<W> waiting = new LinkedBlockingQueue<>();
    private final ToIntFunction<W> size;
    private final W last;
    private final Consumer<List<W>> write;
    private final Thread thread;
    private final Object door = new Object();
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param size bytes of a piece of work: a batch ends when it holds 4 MB or 256 pieces
     * @param last a mark that is never written; it tells the thread to stop
     * @param write makes a batch durable and answers each piece; must not throw
     */
    public GroupCommit(String name, ToIntFunction<W> size, W last, Consumer<List<W>> write) {
        this.size = size;
        this.last = last;
        this.write = write;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Queues a piece of work. Throws RejectedExecutionException once closed. */
    public void add(W work) {
        synchronized (door) {
            if (closed) throw new RejectedExecutionException("The log is closed");
            waiting.add(work);
        }
    }

    /** Writes what was queued, then stops the thread. */
    @Override
    public void close() {
        synchronized (door) {
            if (!closed) waiting.add(last);
            closed = true;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality") // the mark is this one object
    private void run() {
        try {
            var batch = new ArrayList<W>(MOST);
            var work = waiting.take();
            while (work != last) {
                var next = gather(work, batch);
                write.accept(batch);
                batch.clear();
                work = next == null ? waiting.take() : next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills the batch; gives what no longer belongs to it, or null. */
    @SuppressWarnings("ReferenceEquality") // the mark is this one object
    private @Nullable W gather(W first, List<W> batch) {
        var bytes = 0;
        for (W work = first; work != null; work = waiting.poll()) {
            if (work == last) return work;
            bytes += size.applyAsInt(work);
            if (!batch.isEmpty() && bytes > Commit.MOST_BYTES) return work;
            batch.add(work);
            if (batch.size() == MOST) return null;
        }
        return null;
    }
}
