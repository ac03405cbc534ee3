package colophon.storage.views;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The position of each segment of each processor, and the process that holds it. A guarded update
 * takes a claim, and the claim lasts for a while by the clock of the server, which is the same for
 * all. Only the holder of a claim can store; a process that lost its claim learns it there.
 */
public final class MongoSegmentTokens implements TokenStore {

    private final MongoCollection<Document> tokens;
    private final String log;
    private final Serializer serializer;
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
    public MongoSegmentTokens(
            MongoDatabase database,
            String log,
            Serializer serializer,
            String owner,
            Duration claimTimeout) {
        this.tokens = database.getCollection("tokens");
        this.log = log;
        this.serializer = serializer;
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

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(
            String processor, int segments, @Nullable TrackingToken token) {
        if (fetchSegments(processor).length > 0)
            throw new UnableToClaimTokenException(processor + " has segments already");
        for (var segment = 0; segment < segments; segment++)
            if (!insert(token, processor, segment))
                throw new UnableToClaimTokenException(
                        processor + " is being given segments by another process");
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        if (!insert(token, processor, segment))
            throw new UnableToInitializeTokenException(
                    name(processor, segment) + " is there already");
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        store(token, processor, segment, Map.of());
    }

    /** Stores a token together with the last commit by which each view was changed. */
    void store(
            @Nullable TrackingToken token,
            String processor,
            int segment,
            Map<String, Long> changed) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("token", form(token)));
        updates.add(Updates.set("at", index(token)));
        updates.add(Updates.currentDate("claimed"));
        changed.forEach((view, commit) -> updates.add(Updates.max("changed." + view, commit)));
        var stored = tokens.updateOne(mine(processor, segment), Updates.combine(updates));
        if (stored.getMatchedCount() == 0) throw notMine(processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        var claimed =
                tokens.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id(processor, segment)), free()),
                        Updates.combine(
                                Updates.set("owner", owner), Updates.currentDate("claimed")),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (claimed == null) throw notMine(processor, segment);
        return token(claimed.get("token", Document.class));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        var extended = tokens.updateOne(mine(processor, segment), Updates.currentDate("claimed"));
        if (extended.getMatchedCount() == 0) throw notMine(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.updateOne(mine(processor, segment), Updates.set("owner", null));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        if (tokens.deleteOne(mine(processor, segment)).getDeletedCount() == 0)
            throw notMine(processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        var segments = new ArrayList<Integer>();
        for (var token :
                tokens.find(Filters.eq("processor", processor))
                        .projection(Projections.include("segment"))
                        .sort(Sorts.ascending("segment")))
            segments.add(token.getInteger("segment"));
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(log);
    }

    /** Creates a segment at the start of the log. False if it exists already. */
    boolean begin(String processor, int segment) {
        return insert(null, processor, segment);
    }

    /** Reads all segments in one round trip. */
    SegmentProgress progress(String processor) {
        long position = Long.MAX_VALUE;
        var changed = new HashMap<String, Long>();
        for (var token : tokens.find(Filters.eq("processor", processor))) {
            position = Math.min(position, commit(token.getLong("at")));
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
                                        Filters.nor(silent())))
                        .first()
                != null;
    }

    /** Deletes all segments of a processor, claimed or not. */
    void forget(String processor) {
        tokens.deleteMany(Filters.eq("processor", processor));
    }

    private boolean insert(@Nullable TrackingToken token, String processor, int segment) {
        try {
            tokens.insertOne(
                    new Document("_id", id(processor, segment))
                            .append("processor", processor)
                            .append("segment", segment)
                            .append("log", log)
                            .append("token", form(token))
                            .append("at", index(token))
                            .append("owner", null));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    private Bson mine(String processor, int segment) {
        return Filters.and(Filters.eq("_id", id(processor, segment)), Filters.eq("owner", owner));
    }

    private Bson free() {
        return Filters.or(Filters.eq("owner", null), Filters.eq("owner", owner), silent());
    }

    /** Matches a claim without a sign of life for a while, by the clock of the server. */
    private Bson silent() {
        return Filters.or(
                compared("$lt", "$subtract"),
                // the clock went back; a living process renews its claim with the new time soon
                compared("$gt", "$add"));
    }

    private Bson compared(String operator, String moved) {
        return Filters.expr(
                new Document(
                        operator,
                        List.of(
                                "$claimed",
                                new Document(moved, List.of("$$NOW", claimTimeout.toMillis())))));
    }

    private @Nullable Document form(@Nullable TrackingToken token) {
        if (token == null) return null;
        var form = serializer.serialize(token, byte[].class);
        return new Document("type", form.getType().getName())
                .append("data", new Binary(form.getData()));
    }

    private @Nullable TrackingToken token(@Nullable Document form) {
        if (form == null) return null;
        return serializer.deserialize(
                new SimpleSerializedObject<>(
                        form.get("data", Binary.class).getData(),
                        byte[].class,
                        form.getString("type"),
                        null));
    }

    private static @Nullable Long index(@Nullable TrackingToken token) {
        if (token == null) return null;
        return WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .map(GlobalSequenceTrackingToken::getGlobalIndex)
                .orElse(null);
    }

    /** A commit that was not read completely does not count. */
    private static long commit(@Nullable Long index) {
        if (index == null) return 0;
        return (index & 0xFFFF) == 0xFFFF ? index >> 16 : (index >> 16) - 1;
    }

    private UnableToClaimTokenException notMine(String processor, int segment) {
        return new UnableToClaimTokenException(
                name(processor, segment) + " is not there, or another process has it");
    }

    private static String id(String processor, int segment) {
        return processor + "/" + segment;
    }

    private static String name(String processor, int segment) {
        return "Segment %d of %s".formatted(segment, processor);
    }
}
