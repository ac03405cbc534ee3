package colophon.system.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A program with the settings as shipped, started once for all test classes that neither stop it
 * nor need other settings. See {@link SharesProgram}.
 */
public final class SharedProgram implements AutoCloseable {

    private final Path directory;
    private final Program program;

    private SharedProgram(Path directory, Program program) {
        this.directory = directory;
        this.program = program;
    }

    static SharedProgram start() {
        try {
            var directory = Files.createTempDirectory("colophon-shared");
            return new SharedProgram(directory, Program.serving(directory.resolve("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program, which must still run afterwards. */
    public Program program() {
        return program;
    }

    /** Its data directory, for reading. */
    public Path data() {
        return directory.resolve("data");
    }

    @Override
    public void close() {
        program.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
