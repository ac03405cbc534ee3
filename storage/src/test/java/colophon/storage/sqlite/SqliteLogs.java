package colophon.storage.sqlite;

import colophon.storage.log.OpenLog;

import java.nio.file.Path;

/** A log in a directory of its own. It can be reopened. */
public final class SqliteLogs implements OpenLog {

    private final DataDirectory directory;
    private final SqliteCommitLog log;

    private SqliteLogs(DataDirectory directory) {
        this.directory = directory;
        this.log = SqliteCommitLog.open(directory);
    }

    public static SqliteLogs open(Path path) {
        return new SqliteLogs(DataDirectory.open(path));
    }

    @Override
    public SqliteCommitLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
        directory.close();
    }
}
