package colophon.storage.disclosures;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import colophon.api.paging.FoundRecord;
import colophon.storage.mongo.MongoInstallation;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.DisclosureNotRecordedException;
import colophon.views.disclosure.Disclosures;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.bson.types.ObjectId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps disclosures in a collection beside the event log, durable with a majority. Several
 * processes add to it. The order is by time, and by id within a millisecond.
 */
public final class MongoDisclosures implements Disclosures, AutoCloseable {

    private static final int MOST = 1_000;

    /** The instant in milliseconds, then the id. */
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,19}[.][0-9a-f]{24}");

    private final MongoCollection<Document> all;
    private final GroupedWrites writes;

    private MongoDisclosures(MongoCollection<Document> all) {
        this.all = all;
        this.writes = new GroupedWrites(this::write);
    }

    /** Opens the disclosures of an installation. */
    public static MongoDisclosures open(MongoInstallation database) {
        var all = database.events().getCollection("disclosures");
        all.createIndex(compoundIndex(ascending("student"), descending("at", "_id")));
        return new MongoDisclosures(all);
    }

    @Override
    public void record(List<Disclosure> looks) {
        writes.record(looks);
    }

    @Override
    public List<FoundRecord<Disclosure>> of(String studentId, String behind, int limit) {
        var wanted = eq("student", studentId);
        try {
            var found = new ArrayList<FoundRecord<Disclosure>>();
            for (var one :
                    all.find(behind.isEmpty() ? wanted : and(wanted, before(behind)))
                            .sort(descending("at", "_id"))
                            .limit(limit)) found.add(new FoundRecord<>(place(one), look(one)));
            return found;
        } catch (MongoException e) {
            throw new DisclosureNotRecordedException(
                    "The disclosure log cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        writes.close();
    }

    /** Adds disclosures that already have a place in another store. Skips those that are here. */
    void receive(List<FoundRecord<Disclosure>> looks) {
        MongoInstallation.insertMissing(
                all,
                looks.stream()
                        .map(one -> document(one.value()).append("_id", id(one.at(), one.value())))
                        .toList());
    }

    /** The same id on every copy: made from the time and the number in the other store. */
    private static ObjectId id(String number, Disclosure disclosure) {
        return new ObjectId(
                "%08x%016x"
                        .formatted((int) disclosure.at().getEpochSecond(), Long.parseLong(number)));
    }

    /** A driver may send the same document twice. */
    private void write(List<Disclosure> looks) {
        for (var from = 0; from < looks.size(); from += MOST)
            MongoInstallation.insertMissing(
                    all,
                    looks.subList(from, Math.min(from + MOST, looks.size())).stream()
                            .map(MongoDisclosures::document)
                            .toList());
    }

    private static org.bson.conversions.Bson before(String place) {
        if (!PLACE.matcher(place).matches()) throw new IllegalArgumentException("No place here");
        var at = Long.parseLong(place.substring(0, place.indexOf('.')));
        var id = new ObjectId(place.substring(place.indexOf('.') + 1));
        return or(lt("at", at), and(eq("at", at), lt("_id", id)));
    }

    private static String place(Document one) {
        return "%019d.%s".formatted(one.getLong("at"), one.getObjectId("_id").toHexString());
    }

    private static Document document(Disclosure disclosure) {
        return new Document("_id", new ObjectId())
                .append("at", disclosure.at().toEpochMilli())
                .append("who", disclosure.who())
                .append("role", disclosure.role())
                .append("student", disclosure.studentId())
                .append("what", disclosure.what())
                .append("path", disclosure.path())
                .append("form", disclosure.form())
                .append("moment", disclosure.moment())
                .append("interest", disclosure.interest())
                .append("institutions", disclosure.institutions());
    }

    private static Disclosure look(Document one) {
        return new Disclosure(
                Instant.ofEpochMilli(one.getLong("at")),
                one.getString("who"),
                one.getString("role"),
                one.getString("student"),
                one.getString("what"),
                one.getString("path"),
                one.getString("form"),
                one.getString("moment"),
                one.getString("interest"),
                one.getList("institutions", String.class, List.of()));
    }
}
