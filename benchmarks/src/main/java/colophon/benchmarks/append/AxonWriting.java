package colophon.benchmarks.append;

import colophon.storage.axon.CommitLogEngine;
import colophon.storage.axon.CommitLogEventStore;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteCommitLog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.AbstractEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * An Axon event store, used like a command handler uses it: events are published in a unit of work.
 */
public final class AxonWriting implements Writing {

    private final EventBus store;
    private final TransactionManager transactions;
    private final AutoCloseable below;

    /** Publishes to this store within such transactions. Closing it also closes {@code below}. */
    public AxonWriting(EventBus store, TransactionManager transactions, AutoCloseable below) {
        this.store = store;
        this.transactions = transactions;
        this.below = below;
    }

    /** Our engine on our commit log. */
    public static AxonWriting ours(Path path) {
        var directory = DataDirectory.open(path);
        var log = SqliteCommitLog.open(directory);
        var builder = CommitLogEngine.over(log);
        builder.eventSerializer(serializer()).snapshotSerializer(serializer());
        var store = CommitLogEventStore.over(builder.build()).build();
        return new AxonWriting(
                store,
                NoTransactionManager.instance(),
                () -> {
                    store.shutDown();
                    log.close();
                    directory.close();
                });
    }

    /**
     * Axon's own JDBC engine on SQLite in its best configuration: one connection, because more
     * would only wait for each other's locks, the same durability, and the settings for SQLite.
     */
    public static AxonWriting axonJdbc(Path path) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:sqlite:"
                        + path.resolve("axon.db")
                        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000"
                        + "&transaction_mode=IMMEDIATE");
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(60_000);
        return axonJdbc(new HikariDataSource(config), new Tables(), AxonWriting::isTaken);
    }

    /** Axon's own JDBC engine with these connections. It creates its tables. */
    public static AxonWriting axonJdbc(
            HikariDataSource pool,
            AbstractEventTableFactory tables,
            PersistenceExceptionResolver taken)
            throws SQLException {
        var transactions = new JdbcTransactions(pool);
        var engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(transactions)
                        .transactionManager(transactions)
                        .eventSerializer(serializer())
                        .snapshotSerializer(serializer())
                        .persistenceExceptionResolver(taken)
                        .build();
        transactions.executeInTransaction(() -> engine.createSchema(tables));
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        return new AxonWriting(
                store,
                transactions,
                () -> {
                    store.shutDown();
                    pool.close();
                });
    }

    @Override
    public void commit(String stream, long firstSequence, int events) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        unit.execute(
                () -> {
                    for (int i = 0; i < events; i++)
                        store.publish(
                                new GenericDomainEventMessage<>(
                                        "thing", stream, firstSequence + i, Payload.EXAMPLE));
                });
    }

    @Override
    public void close() throws Exception {
        below.close();
    }

    /** The serializer of events that all stores under Axon have. */
    public static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    private static boolean isTaken(Exception e) {
        return e instanceof SQLiteException sqlite
                && switch (sqlite.getResultCode()) {
                    case SQLITE_CONSTRAINT_UNIQUE,
                            SQLITE_CONSTRAINT_PRIMARYKEY,
                            SQLITE_CONSTRAINT_ROWID ->
                            true;
                    default -> false;
                };
    }

    /** As a primary key of type INTEGER, the column is SQLite's own row number. */
    private static final class Tables extends AbstractEventTableFactory {

        @Override
        protected String idColumnType() {
            return "INTEGER";
        }

        @Override
        protected String payloadType() {
            return "BLOB";
        }

        @Override
        public java.sql.PreparedStatement createDomainEventTable(
                java.sql.Connection connection, EventSchema schema) throws SQLException {
            return super.createDomainEventTable(connection, schema);
        }
    }
}
