package colophon.storage.axon;

import colophon.storage.log.OpenLog;
import colophon.storage.sqlite.SqliteLogs;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AxonEngineSuiteTest extends AxonsEngineSuite {

    @TempDir private Path directory;

    @Override
    OpenLog open() {
        return SqliteLogs.open(directory);
    }
}
