package colophon.storage.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import colophon.commands.gateway.StudentWriteCounts;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.LocalDate;

/**
 * Keeps counts as documents: {@code _id} is the student; the fields are the last counted day, the
 * count on that day, and the total. One update checks and counts at once, so the counts are exact
 * across processes.
 */
public final class MongoStudentWriteCounts implements StudentWriteCounts {

    private static final String DAY = "day";
    private static final String OF_DAY = "ofDay";
    private static final String IN_ALL = "inAll";

    private final MongoCollection<Document> counts;

    /** The counts in a database whose writes are durable with a majority. */
    public MongoStudentWriteCounts(MongoDatabase database) {
        this.counts = database.getCollection("own-writes");
    }

    @Override
    public CountResult count(String studentId, LocalDate day, int mostOfDay, long mostInAll) {
        return LogCollections.ask(() -> counted(studentId, "" + day, mostOfDay, mostInAll));
    }

    private CountResult counted(String studentId, String day, int mostOfDay, long mostInAll) {
        for (; ; ) {
            var room = and(eq("_id", studentId), lt(IN_ALL, mostInAll));
            var more = combine(inc(OF_DAY, 1), inc(IN_ALL, 1L));
            if (update(and(room, eq(DAY, day), lt(OF_DAY, mostOfDay)), more))
                return CountResult.COUNTED;
            var anew = combine(set(DAY, day), set(OF_DAY, 1), inc(IN_ALL, 1L));
            if (mostOfDay > 0 && update(and(room, ne(DAY, day)), anew)) return CountResult.COUNTED;
            var there = counts.find(eq("_id", studentId)).first();
            if (there == null) insert(studentId);
            else if (there.getLong(IN_ALL) >= mostInAll) return CountResult.ALL_IS_FULL;
            else if (isFull(there, day, mostOfDay)) return CountResult.DAY_IS_FULL;
            // else another process began the day between the two updates: there is room in it
        }
    }

    private static boolean isFull(Document there, String day, int mostOfDay) {
        return mostOfDay <= 0
                || day.equals(there.getString(DAY)) && there.getInteger(OF_DAY) >= mostOfDay;
    }

    private boolean update(Bson which, Bson how) {
        return counts.updateOne(which, how).getModifiedCount() == 1;
    }

    private void insert(String studentId) {
        try {
            counts.insertOne(
                    new Document("_id", studentId)
                            .append(DAY, "")
                            .append(OF_DAY, 0)
                            .append(IN_ALL, 0L));
        } catch (MongoException e) {
            if (!MongoInstallation.isTaken(e)) throw e; // another process was first
        }
    }
}
