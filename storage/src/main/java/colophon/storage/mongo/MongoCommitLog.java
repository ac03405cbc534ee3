package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;
import colophon.storage.durability.GroupCommit;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog.CommittedEvents;
import colophon.storage.log.DurableLog;
import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.appending.AppendDatabase;
import colophon.storage.mongo.appending.Appender;
import colophon.storage.mongo.appending.DatabaseAnswer;
import colophon.storage.mongo.appending.DatabaseCall;
import colophon.storage.mongo.appending.PendingAppends;
import colophon.storage.mongo.documents.StoredCommitCodec;

import com.mongodb.MongoException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** The event log in a MongoDB database: one document for each commit, written by many processes. */
public final class MongoCommitLog extends DurableLog {

    private static final Logger LOG = LoggerFactory.getLogger(MongoCommitLog.class);
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int MOST_CALLS_HERE = 4;

    private final String id;
    private final LogCollections collections;
    private final MongoLogReader records;
    private final ReadAhead ahead;
    private final AppendDatabase database;
    private final Appender algorithm = new Appender();
    private final PendingAppends pendingAppends;
    private final long patienceNanos;
    private final GroupCommit<PendingAppends.TimedAppend> appender;
    private volatile @Nullable String trouble;
    private volatile boolean closing;
    private volatile long closingUntil;

    /** Used only by the thread that appends. */
    private boolean stopped;

    private MongoCommitLog(
            String id,
            LogCollections collections,
            MongoLogReader records,
            AppendDatabase database,
            long patienceMillis) {
        super(records);
        this.id = id;
        this.collections = collections;
        this.records = records;
        this.ahead = new ReadAhead(records::read);
        this.database = database;
        this.pendingAppends = new PendingAppends(patienceMillis);
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        this.appender =
                new GroupCommit<>(
                        "log-appender", pending -> pending.commit().size(), new AppendWriter());
    }

    /**
     * Opens the log of a database. Creates it if it does not exist. The caller closes the database.
     *
     * @throws LogRefusedException if it is not a log of a known version, or lacks a unique index
     *     that cannot be created
     */
    public static MongoCommitLog open(MongoInstallation database) {
        return open(database, PATIENCE_MILLIS, slots -> slots);
    }

    /** For tests: with faults in front of the server. */
    static MongoCommitLog open(
            MongoInstallation database, long patienceMillis, UnaryOperator<AppendDatabase> faults) {
        var collections = LogCollections.of(database.events());
        var id = MongoSchema.prepare(collections, "" + UUID.randomUUID(), database.description());
        var slots = faults.apply(new MongoAppendDatabase(collections));
        var records = new MongoLogReader(collections);
        return new MongoCommitLog(id, collections, records, slots, patienceMillis);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public CompletableFuture<Long> append(Commit commit) {
        var pending = pendingAppends.with(commit);
        appender.add(pending);
        return pending.answer();
    }

    @Override
    public CompletableFuture<Long> appendHere(Commit commit) {
        var pending = pendingAppends.with(commit);
        appender.addHere(pending);
        return pending.answer();
    }

    @Override
    public List<CommittedEvents> read(long after, int most) {
        return ahead.read(after, most);
    }

    /** Number of the last commit by any process; asks the server each time. */
    @Override
    public long head() {
        return records.head();
    }

    /**
     * The reply becomes a document beside the commits. A unique index on the command's id decides
     * between it and a commit of the same command from any process.
     */
    @Override
    public StoredReply keep(Reply reply) {
        var document = StoredCommitCodec.kept(reply, System.currentTimeMillis());
        var until = System.nanoTime() + patienceNanos;
        for (var failures = 1; ; failures++) {
            try {
                collections.replies().insertOne(document);
                return new StoredReply(reply, 0);
            } catch (MongoException e) {
                // If the outcome is unknown, it tries again: the document can exist only once.
                var kept = MongoInstallation.isTaken(e) ? records.reply(reply.commandId()) : null;
                if (kept != null) return kept;
                if (System.nanoTime() - until > 0)
                    throw new OutcomeUnknownException("The event log did not confirm the reply", e);
            }
            LockSupport.parkNanos(Math.min(250, 1L << Math.min(failures, 8)) * 1_000_000);
        }
    }

    @Override
    public int forget(Instant keptBefore, int most) {
        return LogCollections.ask(
                () -> {
                    var old =
                            collections
                                    .documents()
                                    .find(lt(StoredCommitCodec.KEPT, Date.from(keptBefore)))
                                    .projection(include("_id"))
                                    .sort(ascending(StoredCommitCodec.KEPT))
                                    .limit(most)
                                    .map(document -> document.get("_id"))
                                    .into(new ArrayList<>());
                    if (old.isEmpty()) return 0;
                    var these =
                            and(in("_id", old), lt(StoredCommitCodec.KEPT, Date.from(keptBefore)));
                    return (int) collections.documents().deleteMany(these).getDeletedCount();
                });
    }

    @Override
    public void close() {
        closingUntil = System.nanoTime() + patienceNanos;
        closing = true;
        appender.close();
        pendingAppends.close();
    }

    private final class AppendWriter
            implements GroupCommit.BatchWriter<PendingAppends.TimedAppend> {

        @Override
        public void write(List<PendingAppends.TimedAppend> batch) {
            advance(batch, false);
        }

        /** Gives up early: the caller waits for a few answers of the server, never for a pause. */
        @Override
        public boolean writeHere(PendingAppends.TimedAppend pending) {
            return advance(List.of(pending), true);
        }
    }

    /** Appends these and earlier unfinished ones. False if it stopped on the way. */
    private boolean advance(List<PendingAppends.TimedAppend> batch, boolean here) {
        try {
            algorithm.add(batch);
            var calls = 0;
            for (var call = algorithm.call(); call != null && !stopped; call = algorithm.call()) {
                if (here && (calls++ == MOST_CALLS_HERE || call instanceof DatabaseCall.Pause))
                    return false;
                var answer = database.perform(call);
                tell(call, answer);
                algorithm.answer(answer);
                stopped = closing && System.nanoTime() - closingUntil > 0;
            }
        } catch (RuntimeException e) {
            LOG.error("The event log has stopped appending", e);
            trouble = "" + e.getMessage();
            stopped = true;
        }
        // Commits that may still arrive must not get new numbers, so nothing more is appended.
        if (stopped)
            for (var waiting : algorithm.abandon()) ((PendingAppends.TimedAppend) waiting).giveUp();
        return true;
    }

    private void tell(DatabaseCall call, DatabaseAnswer answer) {
        if (answer instanceof DatabaseAnswer.OutcomeUnknown(var why)) {
            if (trouble == null)
                LOG.warn("The event log is checking the outcome of a write: {}", why);
            trouble = "The database of the event log does not answer: " + why;
        } else if (trouble != null && !(call instanceof DatabaseCall.Pause)) {
            LOG.info("The event log works again");
            trouble = null;
        }
    }
}
