package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;
import static org.mockito.Mockito.mockStatic;

import colophon.storage.axon.CommitLogEventStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

import java.util.HashSet;

/** Axon's suite for event stores, run on our store instead of Axon's. */
@SuppressWarnings("NullAway.Init")
abstract class OurStoreSuite extends AxonsStoreSuite {

    private MockedStatic<EmbeddedEventStore> axons;

    @Override
    public EventStorageEngine createStorageEngine() {
        axons = mockStatic(EmbeddedEventStore.class);
        axons.when(EmbeddedEventStore::builder).thenAnswer(_ -> StoreInPlaceOfAxons.settings());
        return super.createStorageEngine();
    }

    @AfterEach
    final void giveBackAxons() {
        axons.close();
    }

    /**
     * Axon's case sets the cache to zero and expects that a waiting stream then misses a published
     * event. That is true of Axon's store, and would be a lost event in ours. What the name of the
     * case says is tested instead, with the smallest possible ring.
     */
    @Test
    @Override
    void streamEventsShouldNotReturnDuplicateTokens() throws InterruptedException {
        var store = CommitLogEventStore.over(engine()).cached(1).build();
        var stream = store.openStream(null);
        assertThat(stream.hasNextAvailable()).isFalse();
        store.publish(createEvents(20));
        var tokens = new HashSet<>();
        for (var i = 0; i < 20; i++) tokens.add(stream.nextAvailable().trackingToken());
        assertThat(tokens).hasSize(20);
        assertThat(stream.hasNextAvailable()).isFalse();
        store.shutDown();
    }
}
