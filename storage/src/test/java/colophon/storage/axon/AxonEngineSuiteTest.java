package colophon.storage.axon;

import colophon.storage.sqlite.Logs;

import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Axon's own suite for storage engines, all of it, on SQLite. */
@SuppressWarnings("NullAway.Init")
class AxonEngineSuiteTest
        extends BatchingEventStorageEngineTest<
                CommitLogEngine, BatchingEventStorageEngine.Builder> {

    @TempDir private Path directory;
    private Logs logs;

    @BeforeEach
    void open() {
        logs = Logs.open(directory);
        setTestSubject((BatchingEventStorageEngine) createEngine());
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Override
    protected CommitLogEngine createEngine(
            UnaryOperator<BatchingEventStorageEngine.Builder> customization) {
        var builder = CommitLogEngine.over(logs.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        return ((CommitLogEngine.Builder) customization.apply(builder)).build();
    }
}
