package colophon.storage.keys;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.set;

import colophon.events.privacy.KeyDestroyedException;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.MongoInstallation;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the keys of the students in a MongoDB database of their own, for several processes. A key
 * is durable before anything is sealed with it. A destroyed key leaves a mark and is never made
 * again, and every process has forgotten it ten seconds later.
 */
public final class MongoSeals extends StoredSeals {

    private static final Logger LOG = LoggerFactory.getLogger(MongoSeals.class);
    private static final int VERSION = 1;
    private static final int PATIENCE = 100;
    private static final int STEP = 1_000;
    private static final long LOOK_MILLIS = 3_000;

    private final MongoCollection<Document> stored;
    private final MongoCollection<Document> marks;
    private final SealKey installation;
    private final Map<String, SealKey> keys = new ConcurrentHashMap<>();
    private final Set<String> destroyed = ConcurrentHashMap.newKeySet();
    private final Set<String> erased = ConcurrentHashMap.newKeySet(); // also marked in the database
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("destroyed-keys").daemon().factory());

    private MongoSeals(MongoDatabase database, byte[] installation, long lookMillis) {
        this.stored = database.getCollection("keys");
        this.marks = database.getCollection("destroyed");
        this.installation = new SealKey(installation);
        forgetDestroyed();
        for (var key : stored.find(ne("k", null)).batchSize(10_000)) remember(key);
        var _ =
                clock.scheduleWithFixedDelay(
                        this::look, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens the keys of a log. Creates the database if it does not exist.
     *
     * @param log id of the log
     * @throws LogRefusedException if they belong to another log, or have an unknown version
     */
    public static MongoSeals open(MongoInstallation database, String log) {
        return open(database, log, LOOK_MILLIS);
    }

    static MongoSeals open(MongoInstallation database, String log, long lookMillis) {
        return MongoInstallation.ask(
                "keys",
                () -> {
                    var secret = new byte[SealKey.LENGTH];
                    new SecureRandom().nextBytes(secret);
                    var there = installation(database, log, secret);
                    return new MongoSeals(
                            database.keys(), there.get("k", Binary.class).getData(), lookMillis);
                });
    }

    @Override
    public boolean isDestroyed(String studentId) {
        return known(studentId) == null && destroyed.contains(studentId);
    }

    @Override
    public void destroy(String studentId) {
        MongoInstallation.ask(
                "keys",
                () -> {
                    if (erased.contains(studentId)) return false;
                    // The mark comes first: a process that sees it completes the deletion after a
                    // crash.
                    try {
                        marks.insertOne(new Document("_id", studentId));
                    } catch (MongoException e) {
                        if (!MongoInstallation.isTaken(e)) throw e;
                    }
                    forget(studentId);
                    return true;
                });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Stores these as they are; refuses if there are other keys already. */
    static void receive(MongoInstallation database, String log, SqliteSeals.StoredKeys given) {
        MongoInstallation.ask(
                "keys",
                () -> {
                    var there = installation(database, log, given.installation());
                    if (!Arrays.equals(
                            there.get("k", Binary.class).getData(), given.installation()))
                        throw new LogRefusedException(
                                "There are other keys of this log in %s_keys already; drop that database, or name another in the URI"
                                        .formatted(database.description()));
                    var stored = database.keys().getCollection("keys");
                    var living = new ArrayList<Document>();
                    given.living()
                            .forEach(
                                    (student, secret) ->
                                            living.add(
                                                    new Document("_id", student)
                                                            .append("k", new Binary(secret))));
                    for (var from = 0; from < living.size(); from += STEP)
                        MongoInstallation.insertMissing(
                                stored, living.subList(from, Math.min(from + STEP, living.size())));
                    for (var student : given.destroyed()) receiveDestroyed(database, student);
                    return true;
                });
    }

    private static void receiveDestroyed(MongoInstallation database, String student) {
        var marks = database.keys().getCollection("destroyed");
        var once = new ReplaceOptions().upsert(true);
        marks.replaceOne(eq("_id", student), new Document("_id", student), once);
        database.keys()
                .getCollection("keys")
                .replaceOne(
                        eq("_id", student), new Document("_id", student).append("k", null), once);
    }

    private static Document installation(MongoInstallation database, String log, byte[] secret) {
        var all = database.keys().getCollection("installation");
        for (var i = 0; i < PATIENCE; i++) {
            var there = all.find(eq("_id", "installation")).first();
            if (there != null) return checked(there, log, database);
            try {
                all.insertOne(
                        new Document("_id", "installation")
                                .append("v", VERSION)
                                .append("log", log)
                                .append("k", new Binary(secret)));
            } catch (MongoException e) {
                // Another process has just made it. It can be read as soon as a majority has it.
                if (!MongoInstallation.isTaken(e)) throw e;
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new LogRefusedException("The keys were made by another process and cannot be read");
    }

    private static Document checked(Document there, String log, MongoInstallation database) {
        var version = there.get("v", Number.class);
        if (version == null || version.intValue() != VERSION)
            throw new LogRefusedException(
                    "The keys of %s have version %s, and this program knows only version %d: use the newer one that made them"
                            .formatted(database.description(), version, VERSION));
        if (!log.equals(there.getString("log")))
            throw new LogRefusedException(
                    "The keys in %s_keys belong to another event log than the one in %s: give each log a database name of its own, or restore the keys that belong to it"
                            .formatted(database.description(), database.description()));
        return there;
    }

    /** Includes students whose keys another process has just made. */
    @Override
    @Nullable SealKey known(String studentId) {
        var key = keys.get(studentId);
        if (key != null || destroyed.contains(studentId)) return key;
        var there = MongoInstallation.ask("keys", () -> stored.find(eq("_id", studentId)).first());
        if (there == null) return null;
        remember(there);
        return keys.get(studentId);
    }

    @Override
    SealKey installation() {
        return installation;
    }

    @Override
    SealKey make(String studentId) {
        var made = new Document("_id", studentId).append("k", new Binary(secret()));
        for (var i = 0; i < PATIENCE && !destroyed.contains(studentId); i++) {
            if (MongoInstallation.ask("keys", () -> insert(made))) remember(made);
            var key = known(studentId);
            if (key != null) return key;
            // Another process has just made it, and a majority does not have it yet.
            if (!destroyed.contains(studentId)) LockSupport.parkNanos(20_000_000);
        }
        throw new KeyDestroyedException(studentId);
    }

    private boolean insert(Document made) {
        try {
            stored.insertOne(made);
            return true;
        } catch (MongoException e) {
            if (MongoInstallation.isTaken(e)) return false;
            throw e;
        }
    }

    private void remember(Document there) {
        var student = there.getString("_id");
        var secret = there.get("k", Binary.class);
        if (secret == null) {
            destroyed.add(student);
            keys.remove(student);
            return;
        }
        if (destroyed.contains(student)) return;
        keys.putIfAbsent(student, new SealKey(secret.getData()));
        // It may have been destroyed between the two steps.
        if (destroyed.contains(student)) keys.remove(student);
    }

    private void forget(String student) {
        destroyed.add(student);
        keys.remove(student);
        var none = set("k", null);
        try {
            stored.updateOne(eq("_id", student), none, new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (!MongoInstallation.isTaken(e)) throw e;
            stored.updateOne(eq("_id", student), none); // another process has just made it
        }
        erased.add(student);
    }

    private void forgetDestroyed() {
        for (var mark : marks.find().batchSize(10_000)) {
            var student = mark.getString("_id");
            if (!erased.contains(student)) forget(student);
        }
    }

    private void look() {
        try {
            forgetDestroyed();
        } catch (RuntimeException e) {
            LOG.warn("Destroyed keys could not be looked for: {}", e.getMessage());
        }
    }
}
