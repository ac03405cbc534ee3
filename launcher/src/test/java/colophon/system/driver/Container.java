package colophon.system.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a container that belongs to one test, so that the test may harm it. */
public final class Container implements AutoCloseable {

    private final String id;

    private Container(String id) {
        this.id = id;
    }

    /** Starts a container of a local image. */
    public static Container of(String image) {
        return new Container(docker("run", "-d", "--pull=never", "-p", "127.0.0.1::27017", image));
    }

    /** The port of this machine that leads to the server now. It changes with each start. */
    public int port() {
        var address = docker("port", id, "27017/tcp");
        return Integer.parseInt(address.lines().findFirst().orElseThrow().replaceAll(".*:", ""));
    }

    /** Sends SIGKILL and starts it again. */
    public void killAndStart() {
        docker("kill", "-s", "KILL", id);
        docker("start", id);
    }

    /** Freezes it, like a machine that is too busy or a network that is gone. */
    public void pause() {
        docker("pause", id);
    }

    /** Continues it. */
    public void unpause() {
        docker("unpause", id);
    }

    /** Sends SIGKILL to a process of the database below, which then recovers from its log. */
    public void crashDatabase() {
        docker("exec", id, "bash", "-c", "kill -9 $(pgrep -n postgres)");
    }

    @Override
    public void close() {
        docker("rm", "-f", "-v", id);
    }

    private static String docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
