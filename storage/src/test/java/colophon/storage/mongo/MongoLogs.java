package colophon.storage.mongo;

/** A log in a database of its own, for tests. */
public final class MongoLogs implements AutoCloseable {

    private final TestServer server = TestServer.open();
    private final MongoDatabaseOf database = MongoDatabaseOf.connect(server.uri());
    private final MongoCommitLog log = MongoCommitLog.open(database);

    public MongoCommitLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
        database.close();
        server.close();
    }
}
