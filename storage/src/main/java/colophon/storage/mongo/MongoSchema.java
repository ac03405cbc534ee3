package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.unset;

import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.documents.StoredCommitCodec;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The schema document of the log and its unique indexes: created or checked on opening. */
final class MongoSchema {

    private static final int VERSION = 3;
    private static final int PATIENCE = 200;
    private static final String BY_AGE = "refusals_by_age";
    private static final String UNFINISHED = "unfinished";

    /** These keep two writers from the same place. Without any of them nothing is appended. */
    private static final List<Unique> UNIQUE =
            List.of(new Unique("ux_place", "k", false), new Unique("ux_command", "r.c", true));

    private record Unique(String name, String field, boolean onlyWhereThere) {

        IndexOptions options() {
            var options = new IndexOptions().name(name).unique(true);
            return onlyWhereThere ? options.partialFilterExpression(exists(field)) : options;
        }

        boolean is(Document index) {
            return name.equals(index.getString("name"))
                    && Boolean.TRUE.equals(index.getBoolean("unique"))
                    && Set.of(field).equals(index.get("key", Document.class).keySet())
                    && onlyWhereThere == index.containsKey("partialFilterExpression");
        }
    }

    private MongoSchema() {}

    /**
     * Creates the log with this id if there is none, and checks what is there. Returns the id of
     * the log.
     */
    static String prepare(LogCollections log, String id, String description) {
        return prepare(log, new Document("id", id), description, false);
    }

    /** The same for a log that is being copied and cannot be used yet. */
    static String prepareForCopy(LogCollections log, String id, String description) {
        return prepare(log, new Document("id", id).append(UNFINISHED, true), description, true);
    }

    /** Marks the copy as complete. The log may be used now. */
    static void endCopy(LogCollections log) {
        log.meta().updateOne(eq("_id", "log"), unset(UNFINISHED));
    }

    private static String prepare(
            LogCollections log, Document about, String description, boolean copying) {
        try {
            var meta = meta(log);
            if (meta == null) meta = create(log, about, description);
            check(meta, description);
            if (!copying && meta.containsKey(UNFINISHED))
                throw new LogRefusedException(
                        "The event log at %s is a copy that was not finished: run colophon migrate again, it goes on where it stopped"
                                .formatted(description));
            for (var unique : UNIQUE) ensure(log, unique, description);
            byAge(log);
            return meta.getString("id");
        } catch (MongoException e) {
            throw MongoFailureAdvice.on(e, description);
        }
    }

    /** The id of an existing log. Creates nothing. */
    static String check(LogCollections log, String description) {
        try {
            var meta = meta(log);
            if (meta == null)
                throw new LogRefusedException("There is no event log at " + description);
            check(meta, description);
            return meta.getString("id");
        } catch (MongoException e) {
            throw MongoFailureAdvice.on(e, description);
        }
    }

    private static void check(Document meta, String description) {
        var version = meta.get("v", Number.class);
        if (version == null || version.longValue() != VERSION)
            throw LogRefusedException.ofVersion(description, version, VERSION);
    }

    private static Document create(LogCollections log, Document about, String description) {
        if (log.documents().find().limit(1).first() != null)
            throw new LogRefusedException(
                    "%s has a collection %s that is not an event log of ours; name another database in the URI"
                            .formatted(description, LogCollections.EVENTS));
        // The indexes come first: a process that sees the schema can rely on them.
        for (var unique : UNIQUE) ensure(log, unique, description);
        var meta = new Document("_id", "log").append("v", VERSION);
        meta.putAll(about);
        try {
            log.meta().insertOne(meta);
            return meta;
        } catch (MongoWriteException e) {
            if (!MongoInstallation.isTaken(e)) throw e;
            return made(log);
        }
    }

    /** Reads what another process has just created, as soon as a majority has it. */
    private static Document made(LogCollections log) {
        for (var i = 0; i < PATIENCE; i++) {
            var meta = meta(log);
            if (meta != null) return meta;
            LockSupport.parkNanos(50_000_000);
        }
        throw new LogRefusedException("The log was made by another process and cannot be read");
    }

    private static @Nullable Document meta(LogCollections log) {
        return log.meta().find(eq("_id", "log")).first();
    }

    private static void ensure(LogCollections log, Unique unique, String description) {
        if (isThere(log, unique)) return;
        var why = "";
        try {
            log.documents().createIndex(Indexes.ascending(unique.field), unique.options());
        } catch (MongoCommandException e) {
            why = ": " + LogCollections.firstLine(e);
        }
        if (!isThere(log, unique))
            throw new LogRefusedException(
                    "%s lacks the unique index %s on %s, and it cannot be made%s; nothing may be appended without it"
                            .formatted(description, unique.name, LogCollections.EVENTS, why));
    }

    /** An index by age, so that expired refusals are found without a scan. */
    private static void byAge(LogCollections log) {
        for (var index : log.documents().listIndexes())
            if (BY_AGE.equals(index.getString("name"))) return;
        log.documents()
                .createIndex(
                        Indexes.ascending(StoredCommitCodec.KEPT),
                        new IndexOptions()
                                .name(BY_AGE)
                                .partialFilterExpression(exists(StoredCommitCodec.KEPT)));
    }

    private static boolean isThere(LogCollections log, Unique unique) {
        for (var index : log.documents().listIndexes()) if (unique.is(index)) return true;
        return false;
    }
}
