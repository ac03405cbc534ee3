package colophon.storage.axon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.OpenLog;

import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;

/** Axon's complete suite for storage engines. */
@SuppressWarnings("NullAway.Init")
abstract class AxonsEngineSuite
        extends BatchingEventStorageEngineTest<
                CommitLogEngine, BatchingEventStorageEngine.Builder> {

    private OpenLog opened;

    /** An empty log. */
    abstract OpenLog open();

    @BeforeEach
    final void openLog() {
        opened = open();
        setTestSubject((BatchingEventStorageEngine) createEngine());
    }

    @AfterEach
    final void closeLog() {
        opened.close();
    }

    @Override
    protected CommitLogEngine createEngine(
            UnaryOperator<BatchingEventStorageEngine.Builder> customization) {
        var builder = CommitLogEngine.over(opened.log());
        var json = Jackson3Serializer.builder().build();
        builder.eventSerializer(json).snapshotSerializer(json);
        return ((CommitLogEngine.Builder) customization.apply(builder)).build();
    }

    // The log has no snapshots: what Axon tests about them is refused.

    @Test
    @Override
    public void storeAndLoadSnapshot() {
        assertThatThrownBy(super::storeAndLoadSnapshot)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Override
    public void snapshotFilterAllowsSnapshots() {
        assertThatThrownBy(super::snapshotFilterAllowsSnapshots)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshots() {
        assertThatThrownBy(super::snapshotFilterRejectsSnapshots)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        assertThatThrownBy(super::snapshotFilterRejectsSnapshotsOnCombinedFilter)
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
