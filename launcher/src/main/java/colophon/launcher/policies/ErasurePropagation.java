package colophon.launcher.policies;

import colophon.commands.erasure.ErasureExecution;
import colophon.events.EventTypes;
import colophon.events.privacy.ErasureListener;
import colophon.events.privacy.Seals;
import colophon.events.student.StudentErased;
import colophon.launcher.clock.RecurringTask;
import colophon.storage.Storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a student is erased, the key is destroyed, and every store deletes what it keeps about the
 * student. Each process does this before it serves anything, for all students on the list of
 * erasures and all that the log names. So neither a crash nor an old backup brings a student back.
 * After the start, an erasure takes effect at once in the process that decided it, and within
 * seconds in the others. Repeating it does no harm.
 */
@Component
class ErasurePropagation extends RecurringTask implements ErasureExecution {

    private static final Logger LOG = LoggerFactory.getLogger(ErasurePropagation.class);
    private static final String ERASED = EventTypes.name(StudentErased.class);
    private static final String STREAM = "student:";
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 1_000;
    private static final int SOME = 10_000;

    private final Storage storage;
    private final Seals seals;
    private final List<ErasureListener> others;
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    /** Students with a failure that was already logged. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private boolean blind;
    private long seen;
    private long noted;

    ErasurePropagation(Storage storage, Seals seals, List<ErasureListener> others) {
        super("erasures", EVERY);
        this.storage = storage;
        this.seals = seals;
        this.others = others;
    }

    /** Before the web server starts, and before imports go on. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** A failure here keeps the process from serving, since it could show an erased student. */
    @Override
    public void start() {
        var list = storage.erasures();
        seen = Math.min(list.readTo(), storage.head());
        readOn();
        note();
        for (var student : list.all()) forget(student);
        super.start();
    }

    @Override
    public void carryOut(String studentId) {
        left.add(studentId);
        attempt(studentId);
    }

    /** Where this process alone writes the log, each confirmed erasure arrives here at once. */
    @Override
    protected Duration run() {
        try {
            if (storage.isShared()) readOn();
            blind = false;
        } catch (RuntimeException e) {
            if (!blind) LOG.warn("The log cannot be read for erasures: {}", e.getMessage());
            blind = true;
        }
        left.forEach(this::attempt);
        return EVERY;
    }

    /** The student goes on the list first, so that a crash cannot lose what was read. */
    private void readOn() {
        for (var some = storage.log().read(seen, AT_ONCE);
                !some.isEmpty();
                some = storage.log().read(seen, AT_ONCE)) {
            for (var commit : some)
                for (var event : commit.events())
                    if (event.name().equals(ERASED)) {
                        var student = event.stream().substring(STREAM.length());
                        storage.erasures().add(student);
                        left.add(student);
                    }
            seen = some.getLast().number();
        }
        if (seen - noted >= SOME) note();
    }

    /** The next start continues from here. */
    private void note() {
        storage.erasures().readTo(seen);
        noted = seen;
    }

    private void attempt(String studentId) {
        try {
            storage.erasures().add(studentId);
            forget(studentId);
            left.remove(studentId);
            told.remove(studentId);
        } catch (RuntimeException e) {
            if (told.add(studentId))
                LOG.error(
                        "Student {} is not erased everywhere yet; trying every second: {}",
                        studentId,
                        e.getMessage());
        }
    }

    private void forget(String studentId) {
        seals.destroy(studentId);
        for (var one : others) one.forget(studentId);
    }
}
