package colophon.commands.desk;

import org.jspecify.annotations.Nullable;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the log for its newest commit, reads what is new up to there, and has every state forgotten
 * that is older than an event it meets. Those who come while somebody looks wait, and share the
 * next look: only one that began after they came is worth something to them.
 */
public final class HeadBarrier implements Barrier {

    /** Further behind than this, loading subjects again is cheaper than reading what happened. */
    static final int FAR = 1_000;

    private final SharedLog log;
    private final Subjects subjects;
    private final ReentrantLock looking = new ReentrantLock();
    private final NavigableSet<Long> own = new ConcurrentSkipListSet<>();
    private final AtomicLong begun = new AtomicLong();
    private long ended;
    private @Nullable RuntimeException failure; // of the look that ended last
    private long seen;

    /** Keeps the states of these subjects from being older than this log. */
    public HeadBarrier(SharedLog log, Subjects subjects) {
        this.log = log;
        this.subjects = subjects;
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

    /** A failure is shared as well: who waits for a log that is gone must not wait in line. */
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
            subjects.forgetAll();
            seen = head;
        }
        while (seen < head) seen = log.tell(seen, FAR, subjects::forgetOlder);
        own.headSet(seen, true).clear();
    }
}
