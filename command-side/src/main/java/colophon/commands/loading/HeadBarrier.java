package colophon.commands.loading;

import org.jspecify.annotations.Nullable;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the log for its newest commit, reads the events up to it, and drops every cached state that
 * is older than one of them. Requests that arrive during a look wait and share the next one, since
 * a look helps only requests that came before it began.
 */
public final class HeadBarrier implements Barrier {

    /**
     * Commits behind the log beyond which dropping all cached states is cheaper than reading the
     * events.
     */
    static final int FAR = 1_000;

    private final SharedLog log;
    private final StateStore states;
    private final ReentrantLock looking = new ReentrantLock();
    private final NavigableSet<Long> own = new ConcurrentSkipListSet<>();
    private final AtomicLong begun = new AtomicLong();
    private long ended;
    private @Nullable RuntimeException failure; // of the last finished look
    private long seen;

    /** Keeps the cached states of {@code subjects} as new as {@code log}. */
    public HeadBarrier(SharedLog log, StateStore states) {
        this.log = log;
        this.states = states;
    }

    @Override
    public void pass() {
        long before = begun.get();
        looking.lock();
        try {
            if (ended <= before) look(begun.incrementAndGet());
            if (failure != null) throw failure;
        } finally {
            looking.unlock();
        }
    }

    @Override
    public void wrote(long commit) {
        own.add(commit);
    }

    /**
     * Keeps a failure too, so that all waiting requests fail at once when the log does not answer.
     */
    private void look(long number) {
        failure = null;
        try {
            look();
        } catch (RuntimeException e) {
            failure = e;
        }
        ended = number;
    }

    private void look() {
        long head = log.head();
        while (own.contains(seen + 1)) seen++;
        if (head - seen > FAR) {
            states.forgetAll();
            seen = head;
        }
        while (seen < head) seen = log.replay(seen, FAR, states::forgetOlder);
        own.headSet(seen, true).clear();
    }
}
