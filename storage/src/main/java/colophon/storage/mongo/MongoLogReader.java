package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.StoredReply;
import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogReader;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.documents.StreamPositions;

import com.mongodb.client.FindIterable;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Reads a log on MongoDB. On its own it opens a log without creating anything. */
public final class MongoLogReader implements LogReader {

    /** Places in one search: few round trips are faster than few keys. */
    private static final int AT_ONCE = 64;

    /** Of a commit with more events, only those of the requested stream are sent. */
    private static final int FEW = 16;

    private final LogCollections log;

    MongoLogReader(LogCollections log) {
        this.log = log;
    }

    /**
     * Opens the log of a database for reading only.
     *
     * @throws LogRefusedException if there is none, or if its version is unknown
     */
    public static MongoLogReader open(MongoInstallation database) {
        var log = LogCollections.of(database.events());
        MongoSchema.check(log, database.description());
        return new MongoLogReader(log);
    }

    @Override
    public long head() {
        return LogCollections.ask(
                () -> {
                    var last =
                            log.documents()
                                    .find(gt("_id", 0L))
                                    .projection(include("_id"))
                                    .sort(descending("_id"))
                                    .limit(1)
                                    .first();
                    return last == null ? 0L : last.getLong("_id");
                });
    }

    /**
     * Does not ask the server to sort: the index already returns them in order, and a sort would
     * double the cost. If they are out of order, it asks again with a sort.
     */
    @Override
    public List<StoredCommit> records(long after, int most) {
        var start = Math.max(0, after);
        return LogCollections.ask(
                () -> {
                    var found =
                            log.commits()
                                    .find(and(gt("_id", start), lte("_id", start + most)))
                                    .batchSize(most);
                    try {
                        return inOrder(found, start);
                    } catch (DamagedLogException _) {
                        return inOrder(found.sort(ascending("_id")), start);
                    }
                });
    }

    private static List<StoredCommit> inOrder(FindIterable<StoredCommit> found, long start) {
        var records = new ArrayList<StoredCommit>();
        var bytes = 0L;
        try (var cursor = found.cursor()) {
            while (bytes <= MOST_BYTES && cursor.hasNext()) {
                var record = cursor.next();
                var expected = start + records.size() + 1;
                if (record.number() != expected)
                    throw new DamagedLogException(expected, "it is missing");
                records.add(record);
                bytes += record.bytes();
            }
        }
        return records;
    }

    List<CommittedEvents> read(long after, int most) {
        return records(after, most).stream()
                .map(record -> new CommittedEvents(record.number(), record.events()))
                .toList();
    }

    @Override
    public List<LogEvent> at(long[] places) {
        var numbers = Arrays.stream(places).map(place -> place >> 16).distinct().boxed().toList();
        var commits = new HashMap<Long, List<LogEvent>>();
        for (var from = 0; from < numbers.size(); from += AT_ONCE) {
            var some = numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()));
            LogCollections.ask(
                            () ->
                                    log.commits()
                                            .find(in("_id", some))
                                            .batchSize(AT_ONCE)
                                            .into(new ArrayList<>()))
                    .forEach(commit -> commits.put(commit.number(), commit.events()));
        }
        return Arrays.stream(places).mapToObj(place -> at(place, commits)).toList();
    }

    private static LogEvent at(long place, Map<Long, List<LogEvent>> commits) {
        var events = commits.getOrDefault(place >> 16, List.of());
        var offset = (int) (place & 0xFFFF);
        var last = events.size() - 1;
        if (offset == 0xFFFF && last >= 0) return events.getLast();
        if (offset >= last) throw LogReader.noEventAt(place);
        return events.get(offset);
    }

    @Override
    public List<LogEvent> stream(String stream, long from, int most) {
        var all = new ArrayList<LogEvent>();
        var until = from + most;
        for (var next = from; next < until; ) {
            var end = Math.min(until, next - next % StreamPositions.BLOCK + StreamPositions.BLOCK);
            var found = range(stream, next, end);
            all.addAll(found);
            if (found.size() < end - next) break;
            next = end;
        }
        return all;
    }

    private List<LogEvent> range(String stream, long from, long until) {
        return LogCollections.ask(
                () ->
                        log
                                .commits()
                                .find(regex("k", StreamPositions.pattern(stream, from, until)))
                                .projection(onlyThese(stream, from, until))
                                .batchSize((int) (until - from))
                                .into(new ArrayList<>())
                                .stream()
                                .flatMap(commit -> commit.events().stream())
                                .filter(e -> isIn(e.placeIn(stream), from, until))
                                .sorted(Comparator.comparingLong(e -> sequence(e, stream)))
                                .toList());
    }

    private static boolean isIn(@Nullable StreamPlace place, long from, long until) {
        return place != null && place.sequence() >= from && place.sequence() < until;
    }

    private static long sequence(LogEvent event, String stream) {
        return Objects.requireNonNull(event.placeIn(stream)).sequence();
    }

    /**
     * Selects the requested events, each in a pair with its own place, because a commit may hold
     * thousands of others. For commits with few events the selection would cost more than it saves.
     */
    private static Document onlyThese(String stream, long from, long until) {
        var few = expression("$lte", expression("$size", "$e"), FEW);
        var places =
                new Document("vars", new Document("e", expression("$arrayElemAt", "$$this", 1)))
                        .append("in", expression("$ifNull", "$$e.f.k", List.of()));
        var others =
                new Document("input", new Document("$let", places))
                        .append("as", "other")
                        .append("cond", isBetween("$$other", stream, from, until));
        var these =
                expression(
                        "$or",
                        isBetween(expression("$arrayElemAt", "$$this", 0), stream, from, until),
                        expression("$gt", expression("$size", new Document("$filter", others)), 0));
        var pairs = new Document("$zip", new Document("inputs", List.of("$k", "$e")));
        var some = new Document("$filter", new Document("input", pairs).append("cond", these));
        return new Document("v", 1)
                .append("k", expression("$cond", few, "$k", List.of()))
                .append("e", expression("$cond", few, "$e", List.of()))
                .append("z", expression("$cond", few, List.of(), some));
    }

    private static Document isBetween(Object place, String stream, long from, long until) {
        return expression(
                "$and",
                expression("$gte", place, literal(StreamPositions.of(stream, from))),
                expression("$lte", place, literal(StreamPositions.of(stream, until - 1))));
    }

    private static Document expression(String operator, Object... operands) {
        return new Document(operator, operands.length == 1 ? operands[0] : List.of(operands));
    }

    private static Document literal(String text) {
        return new Document("$literal", text);
    }

    /** Streams have no gaps, so an existing place implies all places before it. */
    @Override
    public OptionalLong lastSequence(String stream) {
        var found = highest(stream, LongStream.concat(LongStream.of(0), powers()).toArray());
        if (found < 0) return OptionalLong.empty();
        var low = found;
        var high = found == 0 ? 1 : found * 2;
        while (high - low > 1) {
            var step = Math.max(1, (high - low + AT_ONCE - 1) / AT_ONCE);
            var first = low;
            var last = high;
            var asked =
                    LongStream.iterate(first + step, at -> at < last, at -> at + step).toArray();
            var highest = highest(stream, asked);
            if (highest >= 0) low = highest;
            high = Math.min(high, low + step);
        }
        return OptionalLong.of(low);
    }

    private static LongStream powers() {
        return LongStream.range(0, 40).map(power -> 1L << power);
    }

    /** The highest of these places of a stream that is taken, or -1. */
    private long highest(String stream, long[] places) {
        var asked = new HashSet<String>();
        for (var place : places) asked.add(StreamPositions.of(stream, place));
        var found =
                LogCollections.ask(
                        () ->
                                log.documents()
                                        .find(in("k", asked))
                                        .projection(include("k"))
                                        .batchSize(AT_ONCE)
                                        .into(new ArrayList<>()));
        return found.stream()
                .flatMap(commit -> LogCollections.places(commit).stream())
                .filter(asked::contains)
                .mapToLong(StreamPositions::sequence)
                .max()
                .orElse(-1);
    }

    @Override
    public long[] times(long after, long until) {
        return LogCollections.ask(
                () -> {
                    var times = new long[(int) (until - after)];
                    var found =
                            log.commits()
                                    .find(and(gt("_id", after), lte("_id", until)))
                                    .projection(include("t"))
                                    .batchSize(times.length + 1);
                    var there = 0;
                    try (var cursor = found.cursor()) {
                        for (; cursor.hasNext(); there++) {
                            var commit = cursor.next();
                            times[(int) (commit.number() - after - 1)] = commit.time();
                        }
                    }
                    if (there < times.length)
                        throw new DamagedLogException(
                                after + 1, "it, or one behind it, is missing");
                    return times;
                });
    }

    @Override
    public @Nullable StoredReply reply(String commandId) {
        return LogCollections.<@Nullable StoredReply>ask(
                () -> {
                    var found =
                            log.commits()
                                    .find(eq("r.c", commandId))
                                    .projection(include("r"))
                                    .first();
                    if (found == null) return null;
                    var reply = found.reply();
                    return reply == null ? null : new StoredReply(reply, found.number());
                });
    }
}
