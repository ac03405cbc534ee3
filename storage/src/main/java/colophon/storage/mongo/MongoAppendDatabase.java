package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import colophon.storage.log.Commit;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.appending.AppendDatabase;
import colophon.storage.mongo.appending.CommitSlot;
import colophon.storage.mongo.appending.ConflictingDocument;
import colophon.storage.mongo.appending.DatabaseAnswer;
import colophon.storage.mongo.appending.DatabaseCall;
import colophon.storage.mongo.documents.StreamPositions;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Performs the appender's calls on a MongoDB server. */
final class MongoAppendDatabase implements AppendDatabase {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    /** Commits whose places are looked up together; more may wait. */
    private static final int MOST_LOOKED_UP = 16;

    private final LogCollections log;

    MongoAppendDatabase(LogCollections log) {
        this.log = log;
    }

    @Override
    public DatabaseAnswer perform(DatabaseCall call) {
        try {
            return switch (call) {
                case DatabaseCall.Insert(var commits) -> insert(commits);
                case DatabaseCall.ReadTip _ -> new DatabaseAnswer.SlotsRead(tip());
                case DatabaseCall.ReadSlots(var from) -> new DatabaseAnswer.SlotsRead(slots(from));
                case DatabaseCall.FindConflicts(var commits) ->
                        new DatabaseAnswer.ConflictsFound(holders(commits));
                case DatabaseCall.Pause(var failures) -> pause(failures);
            };
        } catch (RuntimeException e) {
            return new DatabaseAnswer.OutcomeUnknown(LogCollections.firstLine(e));
        }
    }

    private DatabaseAnswer insert(List<StoredCommit> commits) {
        try {
            log.commits().insertMany(commits, ORDERED);
            return new DatabaseAnswer.Completed();
        } catch (MongoBulkWriteException e) {
            var errors = e.getWriteErrors();
            if (e.getWriteConcernError() != null
                    || errors.size() != 1
                    || errors.getFirst().getCategory() != ErrorCategory.DUPLICATE_KEY)
                return new DatabaseAnswer.OutcomeUnknown(LogCollections.firstLine(e));
            return new DatabaseAnswer.IndexTaken(errors.getFirst().getIndex());
        }
    }

    private List<CommitSlot> tip() {
        return LogCollections.ask(
                () ->
                        log.commits()
                                .find(gt("_id", 0L))
                                .projection(include("c", "h"))
                                .sort(descending("_id"))
                                .limit(1)
                                .map(CommitSlot::of)
                                .into(new ArrayList<>()));
    }

    private List<CommitSlot> slots(long from) {
        return LogCollections.ask(
                () ->
                        log.commits()
                                .find(gte("_id", from))
                                .projection(include("c", "h"))
                                .sort(ascending("_id"))
                                .limit(DatabaseCall.ReadSlots.MOST)
                                .batchSize(DatabaseCall.ReadSlots.MOST)
                                .map(CommitSlot::of)
                                .into(new ArrayList<>()));
    }

    private List<ConflictingDocument> holders(List<Commit> commits) {
        var holders = new ArrayList<ConflictingDocument>();
        for (var commit : commits.subList(0, Math.min(MOST_LOOKED_UP, commits.size())))
            holders.addAll(LogCollections.ask(() -> holders(commit)));
        return holders;
    }

    private List<ConflictingDocument> holders(Commit commit) {
        return log.documents()
                .find(takes(commit))
                .projection(include("c", "r.c", "k"))
                .map(MongoAppendDatabase::holder)
                .into(new ArrayList<>());
    }

    private static Bson takes(Commit commit) {
        var places =
                commit.events().stream()
                        .flatMap(event -> event.places().stream())
                        .map(StreamPositions::of)
                        .toList();
        var reply = commit.reply();
        var takesPlace = in("k", places);
        return reply == null ? takesPlace : or(takesPlace, eq("r.c", reply.commandId()));
    }

    private static ConflictingDocument holder(Document found) {
        var places = Set.copyOf(LogCollections.places(found));
        var reply = found.get("r", Document.class);
        return new ConflictingDocument(
                found.get("c", UUID.class), reply == null ? null : reply.getString("c"), places);
    }

    private static DatabaseAnswer pause(int failures) {
        var millis = Math.min(250, 1L << Math.min(failures, 8));
        LockSupport.parkNanos(millis * 1_000_000);
        return new DatabaseAnswer.Completed();
    }
}
