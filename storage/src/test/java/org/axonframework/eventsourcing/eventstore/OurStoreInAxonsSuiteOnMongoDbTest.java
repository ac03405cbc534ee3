package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;
import static org.mockito.Mockito.mockStatic;

import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.CommitLogEventStore;
import colophon.storage.axon.Serializers;
import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.MockedStatic;

import java.util.HashSet;

/** As {@link OurStoreInAxonsSuiteTest}, on a MongoDB server. */
@NeedsMongoDb
class OurStoreInAxonsSuiteOnMongoDbTest extends EmbeddedEventStoreTest {

    private MongoLogs logs;
    private MockedStatic<EmbeddedEventStore> axons;

    @Override
    public EventStorageEngine createStorageEngine() {
        axons = mockStatic(EmbeddedEventStore.class);
        axons.when(EmbeddedEventStore::builder).thenAnswer(_ -> StoreInPlaceOfAxons.settings());
        logs = new MongoLogs();
        var builder = CommitLogEngine.over(logs.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        return builder.build();
    }

    @AfterEach
    void close() {
        axons.close();
        logs.close();
    }

    /** See {@link OurStoreInAxonsSuiteTest}, whose case of this name is the same. */
    @Test
    @Override
    void streamEventsShouldNotReturnDuplicateTokens() throws InterruptedException {
        var builder = CommitLogEngine.over(logs.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        var store = CommitLogEventStore.over(builder.build()).cached(1).build();
        var stream = store.openStream(null);
        assertThat(stream.hasNextAvailable()).isFalse();
        store.publish(createEvents(20));
        var tokens = new HashSet<>();
        for (var i = 0; i < 20; i++) tokens.add(stream.nextAvailable().trackingToken());
        assertThat(tokens).hasSize(20);
        assertThat(stream.hasNextAvailable()).isFalse();
        store.shutDown();
    }

    /** Within 100 ms, says Axon: of a database in memory. A server may be busy just then. */
    @Test
    @Timeout(10)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
