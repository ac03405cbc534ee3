package colophon.views.reading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** The position up to which the views have read the log. */
public final class ViewPosition {

    private final LongSupplier head;
    private final Runnable awaited;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position;
    private volatile int waiting;
    private volatile boolean caughtUp;
    private volatile long goal = -1;

    /** {@code head} answers the number of the last commit of the log, 0 for an empty one. */
    public ViewPosition(LongSupplier head) {
        this(head, () -> {});
    }

    /** The same; {@code awaited} is run when a thread begins to wait for a position. */
    public ViewPosition(LongSupplier head, Runnable awaited) {
        this.head = head;
        this.awaited = awaited;
    }

    /** The last commit that every view has read completely, 0 before the first. */
    public long position() {
        return position;
    }

    /** The last commit of the log, as far as this process knows. */
    public long head() {
        return head.getAsLong();
    }

    /** True once the views have read everything that was in the log at the start. */
    public boolean caughtUp() {
        if (caughtUp) return true;
        // the goal is fixed: otherwise a log that keeps growing would keep the answer at "not yet"
        if (goal < 0) goal = head.getAsLong();
        if (position < goal) return false;
        caughtUp = true;
        return true;
    }

    /** Waits until the views have read that commit. False if they have not within that time. */
    public boolean awaitPosition(long wanted, Duration atMost) {
        if (position >= wanted) return true;
        long left = atMost.toNanos();
        lock.lock();
        waiting++;
        try {
            awaited.run();
            while (position < wanted) {
                if (left <= 0) return false;
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** True while a thread waits for a position. */
    public boolean isAwaited() {
        return waiting > 0;
    }

    /** Reports that every view has read that commit. Wakes the threads that wait for it. */
    public void moveTo(long reached) {
        position = reached;
        if (waiting == 0) return;
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
