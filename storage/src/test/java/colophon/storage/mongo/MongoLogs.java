package colophon.storage.mongo;

import colophon.storage.log.OpenLog;

/** A log in a database of its own. */
public final class MongoLogs implements OpenLog {

    private final TestServer server = TestServer.open();
    private final MongoInstallation database = MongoInstallation.connect(server.uri());
    private final MongoCommitLog log = MongoCommitLog.open(database);

    @Override
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
