package colophon.benchmarks.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Colophon process, started by the script in the root, as users start it. */
public final class Server implements AutoCloseable {

    private static final String CLIENT = "benchmarks:only-here";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Process process;
    private final int port;
    private final double readyAfter;

    private Server(Process process, int port, double readyAfter) {
        this.process = process;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    /** Starts a server on this data directory, and waits until it is ready. */
    public static Server start(Path root, String subcommand, Path data, Path log)
            throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(root.resolve("colophon").toString(), subcommand));
        command.add("--server.port=" + port);
        command.add("--colophon.data-dir=" + data);
        // measures the server, not the limit for one client
        command.add("--colophon.limits.requests-per-second=0");
        var started = System.nanoTime();
        var builder = new ProcessBuilder(command);
        builder.environment().put("COLOPHON_BOOTSTRAP_CLIENT", CLIENT);
        var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE) {
                process.destroyForcibly();
                throw new IOException("The server did not become ready; see " + log);
            }
            pause();
        }
        return new Server(process, port, (System.nanoTime() - started) / 1e9);
    }

    public int port() {
        return port;
    }

    /** An administrator's token; valid for ten minutes. */
    public String token() throws IOException {
        var basic = Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.US_ASCII));
        var answer =
                ask(
                        port,
                        """
                        POST /oauth2/token HTTP/1.1\r
                        Host: localhost\r
                        Connection: close\r
                        Authorization: Basic %s\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: 29\r
                        \r
                        grant_type=client_credentials\
                        """
                                .formatted(basic));
        var token = TOKEN.matcher(answer);
        if (!token.find()) throw new IOException("No token: " + answer);
        return token.group(1);
    }

    /** Seconds from the start of the process to the first answer 200 to a readiness check. */
    public double readyAfter() {
        return readyAfter;
    }

    /** Resident memory in MB. */
    public long resident() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        throw new IOException("No VmRSS");
    }

    /** CPU seconds used so far. */
    public double cpuSeconds() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static boolean isReady(int port) {
        try {
            return ask(
                            port,
                            """
                            GET /actuator/health/readiness HTTP/1.1\r
                            Host: localhost\r
                            Connection: close\r
                            \r
                            """)
                    .startsWith("HTTP/1.1 200");
        } catch (IOException _) {
            return false;
        }
    }

    private static String ask(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
