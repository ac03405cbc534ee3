package colophon.storage.views;

import colophon.storage.mongo.ServerClock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The position of each segment of each processor, and the process that holds it. A guarded update
 * takes a claim, and the claim lasts for a while by the clock of the server, which is the same for
 * all. Only the holder of a claim can store; a process that lost its claim learns it there. A
 * position is the place of an event, as {@link colophon.events.Recorded#index} gives it, or 0
 * before the first.
 */
final class MongoSegmentTokens {

    private final MongoCollection<Document> tokens;
    private final String log;
    private final String owner;
    private final Duration claimTimeout;

    /**
     * The tokens in a database.
     *
     * @param database reads what a majority has, and its writes are durable with a majority
     * @param log id of the log that the tokens belong to
     * @param owner claims under this name; no other process or store may use it
     * @param claimTimeout other processes may take a claim that was not extended for so long
     */
    MongoSegmentTokens(MongoDatabase database, String log, String owner, Duration claimTimeout) {
        this.tokens = database.getCollection("tokens");
        this.log = log;
        this.owner = owner;
        this.claimTimeout = claimTimeout;
    }

    /**
     * The position of a whole processor.
     *
     * @param position the last commit that every segment has read completely
     * @param changed the last commit by which each view was changed, or a later one
     */
    record SegmentProgress(long position, Map<String, Long> changed) {}

    /** Creates a segment at the start of the log. Does nothing if it exists already. */
    void begin(String processor, int segment) {
        try {
            tokens.insertOne(
                    new Document("_id", id(processor, segment))
                            .append("processor", processor)
                            .append("segment", segment)
                            .append("log", log)
                            .append("at", 0L)
                            .append("owner", null));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
    }

    /**
     * Stores a position together with the last commit by which each view was changed. Throws
     * UnableToClaimTokenException without a claim.
     */
    void store(long position, String processor, int segment, Map<String, Long> changed) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("at", position));
        updates.add(Updates.currentDate("claimed"));
        changed.forEach((view, commit) -> updates.add(Updates.max("changed." + view, commit)));
        var stored = tokens.updateOne(mine(processor, segment), Updates.combine(updates));
        if (stored.getMatchedCount() == 0) throw notMine(processor, segment);
    }

    /**
     * Claims a segment and returns its position. Throws UnableToClaimTokenException if another has
     * it.
     */
    long claim(String processor, int segment) {
        var claimed =
                tokens.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id(processor, segment)), free()),
                        Updates.combine(
                                Updates.set("owner", owner), Updates.currentDate("claimed")),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (claimed == null) throw notMine(processor, segment);
        return position(claimed);
    }

    /** Keeps a claim. Throws UnableToClaimTokenException if there is none. */
    void extendClaim(String processor, int segment) {
        var extended = tokens.updateOne(mine(processor, segment), Updates.currentDate("claimed"));
        if (extended.getMatchedCount() == 0) throw notMine(processor, segment);
    }

    /** Gives up a claim, if there is one. */
    void releaseClaim(String processor, int segment) {
        tokens.updateOne(mine(processor, segment), Updates.set("owner", null));
    }

    /** Reads all segments in one round trip. */
    SegmentProgress progress(String processor) {
        long position = Long.MAX_VALUE;
        var changed = new HashMap<String, Long>();
        for (var token : tokens.find(Filters.eq("processor", processor))) {
            position = Math.min(position, commit(position(token)));
            var views = token.get("changed", Document.class);
            if (views != null)
                views.forEach((view, commit) -> changed.merge(view, (Long) commit, Math::max));
        }
        return new SegmentProgress(position == Long.MAX_VALUE ? 0 : position, changed);
    }

    /** True if any process, this one included, holds a valid claim on one of its segments. */
    boolean isClaimed(String processor) {
        return tokens.find(
                                Filters.and(
                                        Filters.eq("processor", processor),
                                        Filters.ne("owner", null),
                                        Filters.nor(ServerClock.isSilent("claimed", claimTimeout))))
                        .first()
                != null;
    }

    /** Deletes all segments of a processor, claimed or not. */
    void forget(String processor) {
        tokens.deleteMany(Filters.eq("processor", processor));
    }

    private Bson mine(String processor, int segment) {
        return Filters.and(Filters.eq("_id", id(processor, segment)), Filters.eq("owner", owner));
    }

    private Bson free() {
        return Filters.or(
                Filters.eq("owner", null),
                Filters.eq("owner", owner),
                ServerClock.isSilent("claimed", claimTimeout));
    }

    private static long position(Document token) {
        return token.get("at") instanceof Long position ? position : 0;
    }

    /** A commit that was not read completely does not count. */
    private static long commit(long position) {
        return (position & 0xFFFF) == 0xFFFF ? position >> 16 : Math.max(0, (position >> 16) - 1);
    }

    private UnableToClaimTokenException notMine(String processor, int segment) {
        return new UnableToClaimTokenException(
                "Segment %d of %s is not there, or another process has it"
                        .formatted(segment, processor));
    }

    private static String id(String processor, int segment) {
        return processor + "/" + segment;
    }
}
