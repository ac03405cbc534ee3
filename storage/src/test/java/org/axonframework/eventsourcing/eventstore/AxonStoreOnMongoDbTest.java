package org.axonframework.eventsourcing.eventstore;

import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

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
        return engine();
    }

    private EventStorageEngine engine() {
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

    /**
     * Axon takes it for granted that a reader is at the head within 100 ms; here it is made sure
     * of.
     */
    @Test
    @Timeout(10)
    @Override
    void eventIsFetchedFromCacheWhenFetchedASecondTime() throws Exception {
        var store = EmbeddedEventStore.builder().storageEngine(engine()).build();
        var reader = store.openStream(null);
        assertFalse(reader.hasNextAvailable());
        store.publish(createEvent("cached", 0), createEvent("cached", 1));
        var first = reader.nextAvailable();
        var second = reader.nextAvailable();

        assertSame(second, store.openStream(first.trackingToken()).nextAvailable());
        store.shutDown();
    }
}
