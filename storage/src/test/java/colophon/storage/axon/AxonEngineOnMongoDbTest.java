package colophon.storage.axon;

import colophon.storage.mongo.MongoLogs;
import colophon.storage.mongo.NeedsMongoDb;

import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.function.UnaryOperator;

/** Axon's own suite for storage engines, all of it, on a MongoDB server. */
@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class AxonEngineOnMongoDbTest
        extends BatchingEventStorageEngineTest<
                CommitLogEngine, BatchingEventStorageEngine.Builder> {

    private MongoLogs logs;

    @BeforeEach
    void open() {
        logs = new MongoLogs();
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
