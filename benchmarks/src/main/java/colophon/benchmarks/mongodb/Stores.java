package colophon.benchmarks.mongodb;

import colophon.benchmarks.append.AxonWriting;
import colophon.benchmarks.append.Writing;
import colophon.benchmarks.mongodb.Bench.Place;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** The stores that are compared. */
enum Stores {
    LOG("our log"),
    FLOOR("its documents, inserted raw"),
    RAW("one document per event, inserted raw"),
    EXTENSION("Axon's MongoDB extension"),
    POSTGRESQL("Axon's JDBC engine on PostgreSQL");

    final String words;

    Stores(String words) {
        this.words = words;
    }

    /**
     * Opens the store in a database of its own; {@code postgresql} is the URL of an empty database.
     */
    Writing open(Bench bench, Place place, @Nullable String postgresql) throws Exception {
        return switch (this) {
            case LOG -> new LogWriting(place.uri());
            case FLOOR -> new Floor(bench.database(place));
            case RAW -> new DocumentPerEvent(bench.database(place));
            case EXTENSION -> {
                var store =
                        EmbeddedEventStore.builder().storageEngine(engine(bench, place)).build();
                yield new AxonWriting(store, NoTransactionManager.instance(), store::shutDown);
            }
            case POSTGRESQL -> postgresql(postgresql);
        };
    }

    /** The extension's engine with its defaults, but as durable as ours. */
    static EventStorageEngine engine(Bench bench, Place place) {
        var engine =
                MongoEventStorageEngine.builder()
                        .mongoTemplate(
                                DefaultMongoTemplate.builder()
                                        .mongoDatabase(bench.client(), place.name())
                                        .build())
                        .eventSerializer(AxonWriting.serializer())
                        .snapshotSerializer(AxonWriting.serializer())
                        .build();
        engine.ensureIndexes();
        return engine;
    }

    private static Writing postgresql(@Nullable String url) throws SQLException {
        if (url == null) throw new IllegalArgumentException("No PostgreSQL was given");
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(64);
        config.setAutoCommit(false);
        config.setConnectionTimeout(60_000);
        var pool = new HikariDataSource(config);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS DomainEventEntry, SnapshotEventEntry");
            connection.commit();
        }
        return AxonWriting.axonJdbc(
                pool,
                PostgresEventTableFactory.INSTANCE,
                e -> e instanceof SQLException sql && "23505".equals(sql.getSQLState()));
    }
}
