package org.axonframework.eventsourcing.eventstore;

import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.Serializers;
import colophon.storage.log.OpenLog;

import org.junit.jupiter.api.AfterEach;

/**
 * Axon's own suite for event stores, as published: Axon's store over our engine. It is in Axon's
 * package because its cases are package-private, and some have to be said in another way.
 */
@SuppressWarnings("NullAway.Init")
abstract class AxonsStoreSuite extends EmbeddedEventStoreTest {

    private OpenLog opened;

    /** The log below, empty. */
    abstract OpenLog open();

    @Override
    public EventStorageEngine createStorageEngine() {
        opened = open();
        return engine();
    }

    /** An engine over the log of this case. */
    final EventStorageEngine engine() {
        var builder = CommitLogEngine.over(opened.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        return builder.build();
    }

    @AfterEach
    final void closeLog() {
        opened.close();
    }
}
