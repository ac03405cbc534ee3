package colophon.storage.quota;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.storage.sqlite.SqliteLogs;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@Tag("io")
@SuppressWarnings("NullAway.Init")
class SqliteStudentWriteCountsTest extends StudentWriteCountsContract {

    @TempDir Path directory;
    private SqliteLogs log;

    @Override
    protected StudentWriteCounts open() {
        log = SqliteLogs.open(directory);
        return log.log().ownWrites();
    }

    @Override
    protected void shut() {
        log.close();
    }
}
