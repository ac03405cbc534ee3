package colophon.storage.axon;

import colophon.storage.log.OpenLog;
import colophon.storage.sqlite.Logs;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AxonEngineSuiteTest extends AxonsEngineSuite {

    @TempDir private Path directory;

    @Override
    OpenLog open() {
        return Logs.open(directory);
    }
}
