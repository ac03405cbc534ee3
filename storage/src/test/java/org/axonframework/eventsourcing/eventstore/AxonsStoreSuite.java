package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.axon.CommitLogEngine;
import colophon.storage.log.OpenLog;

import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Axon's published suite for event stores: Axon's store over our engine. It is in Axon's package,
 * because its cases are package-private and some have to be overridden.
 */
@SuppressWarnings("NullAway.Init")
abstract class AxonsStoreSuite extends EmbeddedEventStoreTest {

    /**
     * Seconds. Axon gives these cases 100 ms or five seconds, which suits a database in memory on
     * an idle machine. Here only a case that hangs is ended.
     */
    static final int PATIENCE = 300;

    private OpenLog opened;

    /** An empty log. */
    abstract OpenLog open();

    @Override
    public EventStorageEngine createStorageEngine() {
        opened = open();
        return engine();
    }

    /** An engine over the log of this case. */
    final EventStorageEngine engine() {
        var builder = CommitLogEngine.over(opened.log());
        var json = Jackson3Serializer.builder().build();
        builder.eventSerializer(json).snapshotSerializer(json);
        return builder.build();
    }

    @AfterEach
    final void closeLog() {
        opened.close();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void readingIsBlockedWhenStoreIsEmpty() throws Exception {
        super.readingIsBlockedWhenStoreIsEmpty();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void readingIsBlockedWhenEndOfStreamIsReached() throws Exception {
        super.readingIsBlockedWhenEndOfStreamIsReached();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void readingCanBeContinuedUsingLastToken() throws Exception {
        super.readingCanBeContinuedUsingLastToken();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void eventIsFetchedFromCacheWhenFetchedASecondTime() throws Exception {
        super.eventIsFetchedFromCacheWhenFetchedASecondTime();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void periodicPollingWhenEventStorageIsUpdatedIndependently() throws Exception {
        super.periodicPollingWhenEventStorageIsUpdatedIndependently();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void consumerStopsTailingWhenItFallsBehindTheCache() throws Exception {
        super.consumerStopsTailingWhenItFallsBehindTheCache();
    }

    @Test
    @Timeout(PATIENCE)
    @Override
    void customThreadFactoryIsUsed() throws Exception {
        super.customThreadFactoryIsUsed();
    }

    /** The log has no snapshots. */
    @Test
    @Override
    void loadWithSnapshot() {
        assertThatThrownBy(super::loadWithSnapshot)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** The log has no snapshots. */
    @Test
    @Override
    void loadWithFailingSnapshot() {
        assertThatThrownBy(super::loadWithFailingSnapshot)
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
