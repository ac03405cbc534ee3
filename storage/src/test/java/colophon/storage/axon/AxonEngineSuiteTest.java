package colophon.storage.axon;

import colophon.storage.log.OpenLog;
import colophon.storage.sqlite.SqliteLogs;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@Tag("io")
class AxonEngineSuiteTest extends AxonsEngineSuite {

    @TempDir private Path directory;

    @Override
    OpenLog open() {
        return SqliteLogs.open(directory);
    }
}
