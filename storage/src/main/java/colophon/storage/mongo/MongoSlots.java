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
import colophon.storage.log.Recorded;
import colophon.storage.mongo.appending.Answer;
import colophon.storage.mongo.appending.Call;
import colophon.storage.mongo.appending.Holder;
import colophon.storage.mongo.appending.Slot;
import colophon.storage.mongo.appending.Slots;
import colophon.storage.mongo.documents.Places;

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
final class MongoSlots implements Slots {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    /** Commits whose places are looked up together; more may wait. */
    private static final int MOST_LOOKED_UP = 16;

    private final LogCollections log;

    MongoSlots(LogCollections log) {
        this.log = log;
    }

    @Override
    public Answer perform(Call call) {
        try {
            return switch (call) {
                case Call.Insert(var commits) -> insert(commits);
                case Call.ReadTip _ -> new Answer.Slots(tip());
                case Call.ReadSlots(var from) -> new Answer.Slots(slots(from));
                case Call.FindHolders(var commits) -> new Answer.Holders(holders(commits));
                case Call.Pause(var failures) -> pause(failures);
            };
        } catch (RuntimeException e) {
            return new Answer.Unknown(LogCollections.firstLine(e));
        }
    }

    private Answer insert(List<Recorded> commits) {
        try {
            log.commits().insertMany(commits, ORDERED);
            return new Answer.Done();
        } catch (MongoBulkWriteException e) {
            var errors = e.getWriteErrors();
            if (e.getWriteConcernError() != null
                    || errors.size() != 1
                    || errors.getFirst().getCategory() != ErrorCategory.DUPLICATE_KEY)
                return new Answer.Unknown(LogCollections.firstLine(e));
            return new Answer.Taken(errors.getFirst().getIndex());
        }
    }

    private List<Slot> tip() {
        return LogCollections.ask(
                () ->
                        log.commits()
                                .find(gt("_id", 0L))
                                .projection(include("c", "h"))
                                .sort(descending("_id"))
                                .limit(1)
                                .map(Slot::of)
                                .into(new ArrayList<>()));
    }

    private List<Slot> slots(long from) {
        return LogCollections.ask(
                () ->
                        log.commits()
                                .find(gte("_id", from))
                                .projection(include("c", "h"))
                                .sort(ascending("_id"))
                                .limit(Call.ReadSlots.MOST)
                                .batchSize(Call.ReadSlots.MOST)
                                .map(Slot::of)
                                .into(new ArrayList<>()));
    }

    private List<Holder> holders(List<Commit> commits) {
        var holders = new ArrayList<Holder>();
        for (var commit : commits.subList(0, Math.min(MOST_LOOKED_UP, commits.size())))
            holders.addAll(LogCollections.ask(() -> holders(commit)));
        return holders;
    }

    private List<Holder> holders(Commit commit) {
        return log.documents()
                .find(takes(commit))
                .projection(include("c", "r.c", "k"))
                .map(MongoSlots::holder)
                .into(new ArrayList<>());
    }

    private static Bson takes(Commit commit) {
        var places =
                commit.events().stream()
                        .map(event -> Places.of(event.stream(), event.sequence()))
                        .toList();
        var reply = commit.reply();
        var takesPlace = in("k", places);
        return reply == null ? takesPlace : or(takesPlace, eq("r.c", reply.commandId()));
    }

    private static Holder holder(Document found) {
        var places = Set.copyOf(LogCollections.places(found));
        var reply = found.get("r", Document.class);
        return new Holder(
                found.get("c", UUID.class), reply == null ? null : reply.getString("c"), places);
    }

    private static Answer pause(int failures) {
        var millis = Math.min(250, 1L << Math.min(failures, 8));
        LockSupport.parkNanos(millis * 1_000_000);
        return new Answer.Done();
    }
}
