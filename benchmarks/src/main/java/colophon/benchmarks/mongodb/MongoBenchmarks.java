package colophon.benchmarks.mongodb;

import colophon.benchmarks.append.Append;
import colophon.benchmarks.append.Append.Cell;
import colophon.benchmarks.append.Append.Outcome;
import colophon.benchmarks.append.AxonWriting;
import colophon.benchmarks.append.Payload;
import colophon.storage.axon.CommitLogEngine;
import colophon.storage.mongo.MongoCommitLog;

import com.mongodb.client.MongoCollection;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Compares the event log on MongoDB with alternatives, in one run on one server: {@code ROOT URI
 * POSTGRESQL-URL [SCALE [PARTS]]}.
 */
public final class MongoBenchmarks {

    private static final int STREAM = 1_000;

    private final Path root;
    private final Bench bench;
    private final @Nullable String postgresql;
    private final double scale;
    private final List<Outcome> appends = new ArrayList<>();
    private final Map<String, Double> reads = new LinkedHashMap<>();

    private MongoBenchmarks(Path root, Bench bench, @Nullable String postgresql, double scale) {
        this.root = root;
        this.bench = bench;
        this.postgresql = postgresql;
        this.scale = scale;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        var scale = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 1;
        var parts =
                Arrays.asList(
                        (arguments.length > 4 ? arguments[4] : "append,replay,load,million")
                                .split(","));
        try (var bench = new Bench(arguments[1])) {
            var all =
                    new MongoBenchmarks(
                            Path.of(arguments[0]).toAbsolutePath(), bench, arguments[2], scale);
            if (parts.contains("append")) all.append();
            if (parts.contains("replay")) all.replay();
            if (parts.contains("load")) all.load();
            if (parts.contains("million")) all.million();
            new MongoReport(all.root, all.appends, all.reads)
                    .write(parts.size() == 4 && scale >= 1);
        }
    }

    // --- Appending ------------------------------------------------------------------------------

    /** The stores take turns for each number of writers. */
    static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var events : List.of(1, 3))
            for (var writers : List.of(1, 8, 64))
                for (var store : Stores.values())
                    cells.add(new Cell(store.name(), writers, events));
        return cells;
    }

    private void append() throws Exception {
        // Otherwise the first store would pay for the warm-up of the JVM and the driver.
        for (var store : Stores.values()) append(new Cell(store.name(), 1, 1), 3_000);
        for (var cell : cells()) {
            var outcome = append(cell, 6_000);
            appends.add(outcome);
            say(
                    "%s, %d writers, %d events: %,.0f commits/s, p50 %.2f ms, p99 %.2f ms",
                    Stores.valueOf(cell.store()).words,
                    cell.writers(),
                    cell.events(),
                    outcome.commitsPerSecond(),
                    outcome.p50(),
                    outcome.p99());
        }
    }

    private Append.Outcome append(Cell cell, int millis) throws Exception {
        var place = bench.place();
        try (var store = Stores.valueOf(cell.store()).open(bench, place, postgresql)) {
            return Append.measure(cell, store, millis(2_000), millis(millis));
        } finally {
            bench.drop(place);
        }
    }

    // --- Reading --------------------------------------------------------------------------------

    private void replay() throws Exception {
        var events = (int) (100_000 * Math.min(1, scale));
        var ours = bench.place();
        try (var store = new LogWriting(ours.uri())) {
            fill(store.log(), events, 1);
            var engine = engine(store.log());
            var raw = bench.database(ours).getCollection("events", RawBsonDocument.class);
            for (int i = 0; i < 3; i++) {
                best("replay raw", rate(events, () -> scan(raw)));
                best("replay ours", rate(events, () -> count(engine)));
            }
        } finally {
            bench.drop(ours);
        }
        var fewer = events / 4; // it takes long
        var theirs = bench.place();
        try {
            var engine = Stores.engine(bench, theirs);
            for (int i = 0; i < fewer; i += 100) {
                var stream = UUID.randomUUID().toString();
                var some = new ArrayList<GenericDomainEventMessage<?>>();
                for (int s = 0; s < 100; s++) some.add(message(stream, s));
                engine.appendEvents(some);
            }
            best("replay extension", rate(fewer, () -> count(engine)));
        } finally {
            bench.drop(theirs);
        }
    }

    private void load() throws Exception {
        var place = bench.place();
        var theirs = bench.place();
        try (var store = new LogWriting(place.uri())) {
            var stream = UUID.randomUUID().toString();
            var pending = new ArrayList<CompletableFuture<Long>>();
            for (int s = 0; s < STREAM; s++)
                pending.add(store.log().append(LogWriting.commitOf(stream, s, 1)));
            pending.forEach(CompletableFuture::join);
            var ours = engine(store.log());
            var extension = Stores.engine(bench, theirs);
            for (int s = 0; s < STREAM; s++) extension.appendEvents(message(stream, s));
            var a = new double[80];
            var b = new double[80];
            for (int i = 0; i < a.length; i++) { // taking turns; the first half warms up
                a[i] = millisOf(() -> loaded(ours, stream));
                b[i] = millisOf(() -> loaded(extension, stream));
            }
            reads.put("load ours", median(Arrays.copyOfRange(a, 40, 80)));
            reads.put("load extension", median(Arrays.copyOfRange(b, 40, 80)));
        } finally {
            bench.drop(place);
            bench.drop(theirs);
        }
        say("a stream of 1,000 events: %s", reads);
    }

    /** One command: loads a stream of 30 events and appends one event. */
    private void million() throws Exception {
        var place = bench.place();
        try (var store = new LogWriting(place.uri())) {
            var few = 10_000;
            var many = (int) (1_000_000 * Math.min(1, scale));
            var first = fill(store.log(), few, 30);
            reads.put("command at 10,000", command(store.log(), first));
            var later = fill(store.log(), many - few, 30);
            // the same number of streams as before, so that they grow alike; spread over the log
            var step = later.size() / first.size();
            var some = IntStream.range(0, first.size()).mapToObj(i -> later.get(i * step)).toList();
            reads.put("command at 1,000,000", command(store.log(), some));
            say("one command: %s", reads);
        } finally {
            bench.drop(place);
        }
    }

    private static double command(MongoCommitLog log, List<String> streams) {
        command(log, streams, 2_000); // warms up
        return command(log, streams, 3_000);
    }

    private static double command(MongoCommitLog log, List<String> streams, int times) {
        var engine = engine(log);
        var taken = new double[times];
        for (int i = 0; i < times; i++) {
            var stream = streams.get(i % streams.size());
            taken[i] =
                    millisOf(
                            () -> {
                                long last = -1;
                                var past = engine.readEvents(stream);
                                while (past.hasNext()) last = past.next().getSequenceNumber();
                                log.appendHere(LogWriting.commitOf(stream, last + 1, 1)).join();
                            });
        }
        return median(taken);
    }

    /**
     * Writes this many events in commits of that size, one stream for each 30. Returns the streams.
     */
    private static List<String> fill(MongoCommitLog log, int events, int inCommit) {
        var streams = new ArrayList<String>();
        var pending = new ArrayDeque<CompletableFuture<Long>>();
        var stream = "";
        for (int i = 0; i < events; i += inCommit) {
            var sequence = i % 30;
            if (sequence == 0) {
                stream = Long.toHexString(System.nanoTime()) + UUID.randomUUID();
                streams.add(stream);
            }
            pending.add(log.append(LogWriting.commitOf(stream, sequence, inCommit)));
            if (pending.size() > 256) pending.remove().join();
        }
        pending.forEach(CompletableFuture::join);
        return streams;
    }

    private static EventStorageEngine engine(MongoCommitLog log) {
        var builder = CommitLogEngine.over(log);
        builder.eventSerializer(AxonWriting.serializer())
                .snapshotSerializer(AxonWriting.serializer());
        return builder.build();
    }

    private static GenericDomainEventMessage<?> message(String stream, long sequence) {
        return new GenericDomainEventMessage<>("thing", stream, sequence, Payload.EXAMPLE);
    }

    private static long scan(MongoCollection<RawBsonDocument> events) {
        long bytes = 0;
        try (var all = events.find().batchSize(1_000).cursor()) {
            while (all.hasNext()) bytes += all.next().getByteBuffer().remaining();
        }
        return bytes;
    }

    private static void count(EventStorageEngine engine) {
        try (var all = engine.readEvents(null, false)) {
            if (all.count() == 0) throw new IllegalStateException("Nothing was read");
        }
    }

    private static void loaded(EventStorageEngine engine, String stream) {
        var events = engine.readEvents(stream);
        var count = 0;
        while (events.hasNext()) {
            events.next();
            count++;
        }
        if (count != STREAM) throw new IllegalStateException("Read " + count);
    }

    private void best(String what, double rate) {
        reads.merge(what, rate, Math::max);
        say("%s: %,.0f events/s", what, rate);
    }

    private static double rate(int events, Runnable work) {
        return events / (millisOf(work) / 1e3);
    }

    private static double millisOf(Runnable work) {
        var before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static double median(double[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private long millis(long usual) {
        return Math.max(300, (long) (usual * scale));
    }

    private static void say(String format, Object... values) {
        System.err.printf("· " + format + "%n", values);
    }
}
