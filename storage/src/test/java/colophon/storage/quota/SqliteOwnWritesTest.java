package colophon.storage.quota;

import colophon.commands.desk.OwnWrites;
import colophon.storage.sqlite.Logs;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@SuppressWarnings("NullAway.Init")
class SqliteOwnWritesTest extends OwnWritesContract {

    @TempDir Path directory;
    private Logs log;

    @Override
    protected OwnWrites open() {
        log = Logs.open(directory);
        return log.log().ownWrites();
    }

    @Override
    protected void shut() {
        log.close();
    }
}
