package colophon.storage.erasures;

import static com.mongodb.client.model.Filters.eq;

import colophon.storage.mongo.MongoInstallation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;

import java.util.Set;
import java.util.TreeSet;

/** Keeps the list of erasures in a MongoDB database of its own, for several processes. */
public final class MongoErasures implements ErasureList {

    private static final ReplaceOptions ONCE = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> students;
    private final MongoCollection<Document> read;
    private final String log;

    /**
     * The list of an installation.
     *
     * @param log id of the log, for the position up to which it was read; the ids on the list are
     *     those of every log that this database has had
     */
    public MongoErasures(MongoInstallation database, String log) {
        this.students = database.erasures().getCollection("erasures");
        this.read = database.erasures().getCollection("read");
        this.log = log;
    }

    /** Adds these ids to the list of a database. */
    public static void receive(MongoInstallation database, String log, Set<String> given) {
        var list = new MongoErasures(database, log);
        given.forEach(list::add);
    }

    @Override
    public Set<String> all() {
        return MongoInstallation.ask(
                "erasures",
                () -> {
                    var all = new TreeSet<String>();
                    for (var one : students.find()) all.add(one.getString("_id"));
                    return all;
                });
    }

    @Override
    public void add(String studentId) {
        MongoInstallation.ask(
                "erasures",
                () ->
                        students.replaceOne(
                                eq("_id", studentId), new Document("_id", studentId), ONCE));
    }

    @Override
    public long readTo() {
        return MongoInstallation.ask(
                "erasures",
                () -> {
                    var there = read.find(eq("_id", log)).first();
                    return there == null ? 0L : there.get("to", Number.class).longValue();
                });
    }

    @Override
    public void readTo(long commit) {
        MongoInstallation.ask(
                "erasures",
                () ->
                        read.replaceOne(
                                eq("_id", log),
                                new Document("_id", log).append("to", commit),
                                ONCE));
    }
}
