package colophon.commands.imports.running;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Runs work in parallel, so that many rows share one write to the disk. Work with the same key runs
 * in order of arrival. The first failure ends all work.
 */
final class KeyedExecutor implements AutoCloseable {

    private static final int WIDTH = 32;
    private static final int WAITING = 512;

    private final ExecutorService[] lanes =
            IntStream.range(0, WIDTH)
                    .mapToObj(_ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
                    .toArray(ExecutorService[]::new);
    private final Semaphore room = new Semaphore(WAITING);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Waits for room, then starts the work. After a failure the work is dropped. */
    void put(String key, Runnable work) {
        room.acquireUninterruptibly();
        lanes[Math.floorMod(key.hashCode(), WIDTH)].execute(() -> run(work));
    }

    /** Waits until everything is done. Rethrows the first failure. */
    @Override
    public void close() {
        for (var lane : lanes) lane.shutdown();
        try {
            for (var lane : lanes)
                while (!lane.awaitTermination(1, TimeUnit.HOURS)) Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var failed = failure.get();
        if (failed != null) throw failed;
    }

    private void run(Runnable work) {
        try {
            if (failure.get() == null) work.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }
}
