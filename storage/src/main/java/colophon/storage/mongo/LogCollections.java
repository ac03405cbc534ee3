package colophon.storage.mongo;

import colophon.storage.log.LogUnavailableException;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.documents.StoredCommitCodec;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/** The collections of a log: events (as commits and as plain documents), and the schema. */
record LogCollections(
        MongoCollection<StoredCommit> commits,
        MongoCollection<Document> documents,
        MongoCollection<BsonDocument> replies,
        MongoCollection<Document> meta) {

    static final String EVENTS = "events";

    static LogCollections of(MongoDatabase database) {
        var documents = database.getCollection(EVENTS);
        var known = CodecRegistries.fromCodecs(new StoredCommitCodec());
        return new LogCollections(
                documents
                        .withDocumentClass(StoredCommit.class)
                        .withCodecRegistry(
                                CodecRegistries.fromRegistries(
                                        known, documents.getCodecRegistry())),
                documents,
                documents.withDocumentClass(BsonDocument.class),
                database.getCollection("meta"));
    }

    /** The places of a document. A single place is not stored as an array. */
    static List<String> places(Document found) {
        return found.get("k") instanceof String place
                ? List.of(place)
                : found.getList("k", String.class);
    }

    /** Reads, and tries again once if only the connection was broken: reading twice is harmless. */
    static <T extends @Nullable Object> T ask(Supplier<T> question) {
        try {
            try {
                return question.get();
            } catch (MongoSocketException _) {
                return question.get();
            }
        } catch (MongoException e) {
            throw new LogUnavailableException(
                    "The database of the event log does not answer: " + firstLine(e), e);
        }
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
