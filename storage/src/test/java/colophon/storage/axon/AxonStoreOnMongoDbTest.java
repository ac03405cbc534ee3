package colophon.storage.axon;

import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/**
 * Axon's own suite for event stores, as published: Axon's store over our engine on a MongoDB
 * server.
 */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class AxonStoreOnMongoDbTest extends EmbeddedEventStoreTest {

    private MongoLogs logs;

    @Override
    public EventStorageEngine createStorageEngine() {
        logs = new MongoLogs();
        var builder = CommitLogEngine.over(logs.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        return builder.build();
    }

    @AfterEach
    void close() {
        logs.close();
    }
}
