package colophon.benchmarks.append;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Measures acknowledged commits per second. Each writer waits until its commit is durable. */
public final class Append {

    /** A writer starts a new stream after this many events. */
    private static final int STREAM = 30;

    private Append() {}

    /** One measurement: a store, a number of writers, and a number of events in a commit. */
    public record Cell(String store, int writers, int events) {}

    /** The result; percentiles in milliseconds. */
    public record Outcome(Cell cell, double commitsPerSecond, double p50, double p99) {}

    /** All measurements. The stores take turns for each number of writers. */
    public static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var writers : List.of(1, 8, 64))
            for (var store : Stores.values()) cells.add(new Cell(store.name(), writers, 1));
        for (var store : Stores.values()) cells.add(new Cell(store.name(), 64, 3));
        return cells;
    }

    /** The stores that are compared. */
    public enum Stores {
        LOG("our log"),
        ENGINE("our log, through Axon"),
        AXON_JDBC("Axon's JDBC engine");

        public final String words;

        Stores(String words) {
            this.words = words;
        }

        Writing open(Path path) throws Exception {
            return switch (this) {
                case LOG -> new LogWriting(path);
                case ENGINE -> AxonWriting.ours(path);
                case AXON_JDBC -> AxonWriting.axonJdbc(path);
            };
        }
    }

    /** Measures in a directory of its own, which must be empty. */
    public static Outcome measure(Cell cell, Path directory, long warmUpMillis, long millis)
            throws Exception {
        Files.createDirectories(directory);
        try (var store = Stores.valueOf(cell.store).open(directory)) {
            return measure(cell, store, warmUpMillis, millis);
        }
    }

    /** Measures this store, which must be empty. */
    public static Outcome measure(Cell cell, Writing store, long warmUpMillis, long millis)
            throws InterruptedException {
        run(store, cell, warmUpMillis);
        return run(store, cell, millis);
    }

    private static Outcome run(Writing store, Cell cell, long millis) throws InterruptedException {
        var over = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        var samples = new ArrayList<Samples>();
        var started = System.nanoTime();
        for (int i = 0; i < cell.writers; i++) {
            var own = new Samples();
            samples.add(own);
            threads.add(Thread.ofPlatform().start(() -> write(store, cell.events, over, own)));
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        over.set(true);
        for (var thread : threads) thread.join();
        var seconds = (System.nanoTime() - started) / 1e9;
        var all = new Samples();
        samples.forEach(all::addAll);
        return new Outcome(cell, all.count() / seconds, all.millis(0.5), all.millis(0.99));
    }

    private static void write(Writing store, int events, AtomicBoolean over, Samples samples) {
        try {
            var stream = "";
            for (long sequence = STREAM; !over.get(); sequence += events) {
                if (sequence >= STREAM) {
                    // The name of a stream begins with its time, like our ids.
                    stream = Long.toHexString(System.nanoTime()) + UUID.randomUUID();
                    sequence = 0;
                }
                var before = System.nanoTime();
                store.commit(stream, sequence, events);
                samples.add(System.nanoTime() - before);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
