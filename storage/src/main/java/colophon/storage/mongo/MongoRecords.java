package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import colophon.commands.reply.KeptReply;
import colophon.storage.log.Committed;
import colophon.storage.log.DamagedException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.Recorded;
import colophon.storage.log.Records;

import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** All that is read from a log on MongoDB; alone, it reads a log without making anything. */
public final class MongoRecords implements Records {

    /** A read stops after a commit that brings it above this: batches stay small in memory. */
    private static final long MOST_BYTES = 8 << 20;

    /** How many places one search asks for at once: few round trips beat few keys. */
    private static final int AT_ONCE = 64;

    private final LogCollections log;

    MongoRecords(LogCollections log) {
        this.log = log;
    }

    /**
     * The log of a database, for reading only.
     *
     * @throws LogRefusedException if there is none, or of a version we do not know
     */
    public static MongoRecords open(MongoDatabaseOf database) {
        var log = LogCollections.of(database.events());
        Schema.check(log, database.description());
        return new MongoRecords(log);
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

    @Override
    public List<Recorded> records(long after, int most) {
        return LogCollections.ask(
                () -> {
                    var start = Math.max(0, after);
                    var records = new ArrayList<Recorded>();
                    var bytes = 0L;
                    try (var cursor =
                            log.commits()
                                    .find(gt("_id", start))
                                    .sort(ascending("_id"))
                                    .limit(most)
                                    .batchSize(most)
                                    .cursor()) {
                        while (bytes <= MOST_BYTES && cursor.hasNext()) {
                            var record = cursor.next();
                            var expected = start + records.size() + 1;
                            if (record.number() != expected)
                                throw new DamagedException(expected, "it is missing");
                            records.add(record);
                            bytes += size(record.events());
                        }
                    }
                    return records;
                });
    }

    List<Committed> read(long after, int most) {
        return records(after, most).stream()
                .map(record -> new Committed(record.number(), record.events()))
                .toList();
    }

    List<LogEvent> at(long[] places) {
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
        if (offset >= last)
            throw new IllegalArgumentException(
                    "Commit %d has no event at offset %d".formatted(place >> 16, offset));
        return events.get(offset);
    }

    /** Most streams are short, so a few places are asked for first. */
    List<LogEvent> stream(String stream, long from, int most) {
        var first = range(stream, from, Math.min(most, AT_ONCE));
        if (first.size() < AT_ONCE || most == AT_ONCE) return first;
        var all = new ArrayList<>(first);
        all.addAll(range(stream, from + AT_ONCE, most - AT_ONCE));
        return all;
    }

    /** Only this stream's events travel: a commit may hold thousands of others. */
    private List<LogEvent> range(String stream, long from, int count) {
        var places =
                LongStream.range(from, from + count)
                        .mapToObj(sequence -> RecordedCodec.place(stream, sequence))
                        .toList();
        return LogCollections.ask(
                () ->
                        log
                                .commits()
                                .find(in("e.k", places))
                                .projection(ofStream(stream))
                                .batchSize(count)
                                .into(new ArrayList<>())
                                .stream()
                                .flatMap(commit -> commit.events().stream())
                                .filter(e -> e.sequence() >= from && e.sequence() < from + count)
                                .sorted(Comparator.comparingLong(LogEvent::sequence))
                                .toList());
    }

    private static Document ofStream(String stream) {
        var literal = new Document("$literal", stream);
        var isOfStream = new Document("$eq", List.of("$$this.k.a", literal));
        var ours = new Document("input", "$e").append("cond", isOfStream);
        return new Document("v", 1).append("e", new Document("$filter", ours));
    }

    /** Streams have no gaps, so a place that is there tells of all before it. */
    OptionalLong lastSequence(String stream) {
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
        var asked = new HashSet<Document>();
        for (var place : places) asked.add(RecordedCodec.place(stream, place));
        var found =
                LogCollections.ask(
                        () ->
                                log.documents()
                                        .find(in("e.k", asked))
                                        .projection(include("e.k"))
                                        .batchSize(AT_ONCE)
                                        .into(new ArrayList<>()));
        return found.stream()
                .filter(commit -> commit.get("_id") instanceof Long)
                .flatMap(commit -> commit.getList("e", Document.class).stream())
                .map(event -> event.get("k", Document.class))
                .filter(asked::contains)
                .mapToLong(place -> place.getLong("s"))
                .max()
                .orElse(-1);
    }

    OptionalLong firstSince(long time) {
        var head = head();
        var low = 1L;
        var high = head + 1;
        while (low < high) {
            var step = Math.max(1, (high - low + AT_ONCE - 1) / AT_ONCE);
            var from = low;
            var until = high;
            var asked = LongStream.iterate(from, at -> at < until, at -> at + step).toArray();
            var times = times(asked);
            var late = 0;
            while (late < asked.length && time(times, asked[late]) < time) late++;
            if (late < asked.length) high = asked[late];
            if (late > 0) low = asked[late - 1] + 1;
            if (late == 0) break;
        }
        return high > head ? OptionalLong.empty() : OptionalLong.of(high);
    }

    private static long time(Map<Long, Long> times, long number) {
        var time = times.get(number);
        if (time == null) throw new DamagedException(number, "it is missing");
        return time;
    }

    private Map<Long, Long> times(long[] numbers) {
        var times = new HashMap<Long, Long>();
        LogCollections.ask(
                        () ->
                                log.commits()
                                        .find(in("_id", Arrays.stream(numbers).boxed().toList()))
                                        .projection(include("t"))
                                        .batchSize(AT_ONCE)
                                        .into(new ArrayList<>()))
                .forEach(commit -> times.put(commit.number(), commit.time()));
        return times;
    }

    @Nullable LogEvent snapshot(String stream) {
        return LogCollections.<@Nullable LogEvent>ask(
                () -> {
                    var found = log.snapshots().find(eq("_id", stream)).first();
                    if (found == null) return null;
                    return RecordedCodec.readEvent(new BsonDocumentReader(found));
                });
    }

    @Nullable KeptReply reply(String commandId) {
        return LogCollections.<@Nullable KeptReply>ask(
                () -> {
                    var found =
                            log.replies()
                                    .find(eq("r.c", commandId))
                                    .projection(include("r"))
                                    .first();
                    return found == null ? null : kept(found);
                });
    }

    private static KeptReply kept(BsonDocument found) {
        var reply = RecordedCodec.readReply(new BsonDocumentReader(found.getDocument("r")));
        var isCommit = found.isInt64("_id");
        return new KeptReply(reply, isCommit ? found.getInt64("_id").getValue() : 0);
    }

    private static long size(List<LogEvent> events) {
        return events.stream().mapToLong(e -> e.payload().length + e.metadata().length).sum();
    }
}
