package org.axonframework.eventsourcing.eventstore;

import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import colophon.storage.log.OpenLog;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsMongoDb
class AxonStoreOnMongoDbTest extends AxonsStoreSuite {

    @Override
    OpenLog open() {
        return new MongoLogs();
    }

    /**
     * Axon's case assumes that a reader reaches the head within 100 ms. Here it waits until it has.
     */
    @Test
    @Timeout(PATIENCE)
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
