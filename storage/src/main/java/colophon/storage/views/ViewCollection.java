package colophon.storage.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.paging.FoundRecord;
import colophon.views.reading.View;
import colophon.views.reading.View.Index;
import colophon.views.reading.ViewReader.VersionedRecord;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The records of one view in one generation, one document each: {@code _id} is its key, {@code p}
 * and {@code o} the last event it has read, {@code v} the record, {@code i} its place in each
 * index.
 */
final class ViewCollection<V> {

    private static final char NUL = '\0';
    private static final int DUPLICATE = 11000;
    private static final int AT_ONCE = 1000;

    /** The number of the question that a document answers, where there are several. */
    private static final String ASKED = "asked";

    private final View<V> view;
    private final MongoCollection<Document> documents;
    private final ViewRecordCodec codec;

    ViewCollection(View<V> view, MongoDatabase database, int generation, ViewRecordCodec codec) {
        this.view = view;
        this.documents = database.getCollection(name(view, generation));
        this.codec = codec;
    }

    /**
     * A record that replaces another one.
     *
     * @param before the record from which it was made; null if there was none
     */
    record RecordChange<V>(VersionedRecord<V> after, @Nullable VersionedRecord<V> before) {}

    static String name(View<?> view, int generation) {
        return "view_" + view.name() + "_" + generation;
    }

    View<V> view() {
        return view;
    }

    /** Creates missing indexes. No other index is ever needed. */
    void declareIndexes() {
        documents.createIndex(Indexes.ascending("p"), new IndexOptions().name("position"));
        for (var index : view.indexes())
            documents.createIndex(
                    Indexes.ascending(field(index)), new IndexOptions().name(index.name()));
    }

    /** The names of missing indexes. */
    Set<String> missingIndexes() {
        var missing = new HashSet<String>();
        missing.add("position");
        for (var index : view.indexes()) missing.add(index.name());
        for (var there : documents.listIndexes()) missing.remove(there.getString("name"));
        return missing;
    }

    void drop() {
        documents.drop();
    }

    /** The existing records with these keys, in one round trip. */
    Map<String, VersionedRecord<V>> load(Collection<String> keys) {
        if (keys.isEmpty()) return Map.of();
        var found = new LinkedHashMap<String, VersionedRecord<V>>();
        for (var document : documents.find(Filters.in("_id", keys)).batchSize(AT_ONCE)) {
            var kept = kept(document);
            found.put(kept.key(), kept);
        }
        return found;
    }

    /** Like {@link colophon.views.reading.ViewReader#find}, with the last event of each record. */
    List<FoundRecord<VersionedRecord<V>>> find(
            String index, String value, String after, int limit) {
        var found = new ArrayList<FoundRecord<VersionedRecord<V>>>();
        if (index.equals(View.BY_KEY)) {
            for (var document : page(Filters.gt("_id", after), "_id", limit)) {
                var kept = kept(document);
                found.add(new FoundRecord<>(kept.key(), kept));
            }
            return found;
        }
        for (var document : page(range(index, value, after), field(index), limit))
            found.add(found(document, index, value));
        return found;
    }

    private Bson range(String index, String value, String after) {
        var field = field(index);
        return Filters.and(
                Filters.gt(field, value + NUL + after), Filters.lt(field, value + '\u0001'));
    }

    private FoundRecord<VersionedRecord<V>> found(Document document, String index, String value) {
        var place = document.get("i", Document.class).getString(index);
        return new FoundRecord<>(place.substring(value.length() + 1), kept(document));
    }

    /** A question for all records with one value of an index, or for the record with a key. */
    record CollectionQuery(ViewCollection<?> collection, String index, String value) {

        private List<Bson> stages(int n) {
            var wanted = isForOne() ? Filters.eq("_id", value) : collection.range(index, value, "");
            return List.of(Aggregates.match(wanted), Aggregates.set(new Field<>(ASKED, n)));
        }

        boolean isForOne() {
            return index.equals(View.BY_KEY);
        }
    }

    /** The documents that answer each of several questions, unsorted, in one round trip. */
    static List<List<Document>> together(List<CollectionQuery> questions) {
        var stages = new ArrayList<Bson>();
        var answers = new ArrayList<List<Document>>();
        for (var asked : questions) {
            var own = asked.stages(answers.size());
            if (stages.isEmpty()) stages.addAll(own);
            else stages.add(Aggregates.unionWith(asked.collection.name(), own));
            answers.add(new ArrayList<>());
        }
        var first = questions.getFirst().collection.documents;
        for (var document : first.aggregate(stages).batchSize(AT_ONCE))
            answers.get(document.getInteger(ASKED)).add(document);
        return answers;
    }

    /** The result that {@link #load} would have returned. */
    @Nullable VersionedRecord<V> one(List<Document> answer) {
        return answer.isEmpty() ? null : kept(answer.getFirst());
    }

    /** The result that {@link #find} would have returned. */
    List<FoundRecord<VersionedRecord<V>>> all(CollectionQuery asked, List<Document> answer) {
        return answer.stream()
                .map(document -> found(document, asked.index(), asked.value()))
                .sorted((one, other) -> compare(one.at(), other.at()))
                .toList();
    }

    /** Compares texts in the order of the server. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private String name() {
        return documents.getNamespace().getCollectionName();
    }

    /** Visits the records that have read a commit after that one. */
    void changedSince(long position, Consumer<VersionedRecord<V>> visitor) {
        for (var document : documents.find(Filters.gt("p", position)).batchSize(AT_ONCE))
            visitor.accept(kept(document));
    }

    /**
     * Writes each record, if the stored one is still that from which it was made. Leaves it alone
     * if another process has written another record.
     *
     * @return the keys of records that were left alone
     */
    Set<String> write(Collection<RecordChange<V>> changes) {
        var writes = new ArrayList<WriteModel<Document>>(changes.size());
        for (var change : changes) writes.add(guarded(change));
        try {
            var result = documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getInsertedCount() + result.getMatchedCount() == changes.size())
                return Set.of();
        } catch (MongoBulkWriteException e) {
            for (var error : e.getWriteErrors()) if (error.getCode() != DUPLICATE) throw e;
            if (e.getWriteConcernError() != null) throw e;
        }
        return leftAlone(changes);
    }

    private WriteModel<Document> guarded(RecordChange<V> change) {
        var document = document(change.after());
        var before = change.before();
        if (before == null) return new InsertOneModel<>(document);
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq("_id", before.key()),
                        Filters.eq("p", before.position()),
                        Filters.eq("o", before.offset())),
                document);
    }

    private Set<String> leftAlone(Collection<RecordChange<V>> changes) {
        var wanted = new HashMap<String, VersionedRecord<V>>();
        for (var change : changes) wanted.put(change.after().key(), change.after());
        var others = new HashSet<>(wanted.keySet());
        for (var document :
                documents
                        .find(Filters.in("_id", wanted.keySet()))
                        .projection(Projections.include("p", "o"))) {
            var kept = wanted.get(document.getString("_id"));
            if (kept != null
                    && kept.position() == document.getLong("p")
                    && kept.offset() == document.getInteger("o")) others.remove(kept.key());
        }
        return others;
    }

    private Iterable<Document> page(Bson range, String order, int limit) {
        var found = documents.find(range).sort(Sorts.ascending(order));
        return limit == Integer.MAX_VALUE
                ? found.batchSize(AT_ONCE)
                : found.limit(limit).batchSize(limit);
    }

    private Document document(VersionedRecord<V> kept) {
        var places = new Document();
        for (var index : view.indexes()) {
            var value = index.value().apply(kept.value());
            if (value == null) continue;
            places.append(
                    index.name(),
                    value + NUL + index.sort().apply(kept.value()) + NUL + kept.key());
        }
        return new Document("_id", kept.key())
                .append("p", kept.position())
                .append("o", kept.offset())
                .append("v", codec.write(kept.value()))
                .append("i", places);
    }

    private VersionedRecord<V> kept(Document document) {
        return new VersionedRecord<>(
                document.getString("_id"),
                codec.read(document.getString("v"), view.type()),
                document.getLong("p"),
                document.getInteger("o"));
    }

    private String field(String index) {
        for (var one : view.indexes()) if (one.name().equals(index)) return field(one);
        throw new IllegalArgumentException("No index called " + index);
    }

    private static String field(Index<?> index) {
        return "i." + index.name();
    }
}
