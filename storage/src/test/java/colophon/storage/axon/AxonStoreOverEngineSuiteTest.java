package colophon.storage.axon;

import colophon.storage.sqlite.Logs;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Axon's own suite for event stores, as published: Axon's store over our engine. */
@SuppressWarnings("NullAway.Init")
class AxonStoreOverEngineSuiteTest extends EmbeddedEventStoreTest {

    @TempDir private Path directory;
    private Logs logs;

    @Override
    public EventStorageEngine createStorageEngine() {
        logs = Logs.open(directory);
        var builder = CommitLogEngine.over(logs.log());
        builder.eventSerializer(Serializers.general()).snapshotSerializer(Serializers.general());
        return builder.build();
    }

    @AfterEach
    void close() {
        logs.close();
    }
}
