package colophon.system.driver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A disk that fails under the running program: {@code strace} answers system calls with EIO. */
public final class DiskFault implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process strace;
    private final Path said;

    private DiskFault(Process strace, Path said) {
        this.strace = strace;
        this.said = said;
    }

    /** Skips the test with a message if strace is missing or may not trace a process. */
    public static void needsStrace() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "strace"))),
                "skipped: strace, which makes the disk fail, is not installed here");
        var sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            var tried = attach(List.of("-e", "trace=none"), sleeper.pid());
            var may = tried.isAttached();
            tried.close();
            assumeTrue(may, "skipped: strace may not trace another process here");
        } finally {
            sleeper.destroyForcibly();
        }
    }

    /**
     * Makes these calls fail with EIO from now on, for one of these files of a data directory or
     * its write-ahead log.
     *
     * @param which as strace takes it behind the names: {@code :when=3+7}, or nothing for all
     */
    public static DiskFault of(
            Program program, String calls, String which, Path data, List<String> files)
            throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        for (var file : files)
            for (var end : List.of("", "-wal"))
                options.addAll(List.of("-P", data.toRealPath().resolve(file) + end));
        options.addAll(List.of("-e", "trace=" + calls));
        options.addAll(List.of("-e", "inject=" + calls + ":error=EIO" + which));
        var fault = attach(options, program.pid());
        if (fault.isAttached()) return fault;
        fault.close();
        throw new AssertionError("strace: " + Files.readString(fault.said));
    }

    /** How many calls have failed. */
    public long struck() throws IOException {
        try (var lines = Files.lines(said)) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        }
    }

    /** Ends the failure. */
    @Override
    public void close() throws InterruptedException {
        strace.destroy(); // this releases the program first
        if (!strace.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("strace does not let go");
    }

    private static DiskFault attach(List<String> options, long pid) throws IOException {
        var said = Files.createTempFile("strace-", ".out");
        said.toFile().deleteOnExit();
        var command = new ArrayList<>(List.of("strace", "-f"));
        command.addAll(options);
        command.addAll(List.of("-p", "" + pid));
        return new DiskFault(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /** Waits until strace holds every thread; false if strace has ended instead. */
    private boolean isAttached() throws IOException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (strace.isAlive() && System.nanoTime() < until) {
            if (new String(Files.readAllBytes(said), UTF_8).contains(" attached")) return true;
            Thread.sleep(10);
        }
        return false;
    }
}
