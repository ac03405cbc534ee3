package colophon.system.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The program as a separate process, started by the script at the root of the sources, and calls to
 * it. Safe for use by many threads.
 */
public final class Program implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens on http://[0-9.]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient CONNECTIONS =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofMinutes(5))
                    .build();

    /** The first client of every new data directory. The jobs sign in with it, too. */
    public static final String CLIENT = "tests:only-for-tests";

    /**
     * Most processes of the tests live for seconds, so the second compiler would take more
     * processor time than it saves.
     */
    private static final String OPTIONS =
            "-XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:+UseCompactObjectHeaders"
                    + " -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1";

    /** Well below the ten minutes that a token is valid. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(4);

    private static volatile @Nullable DescribedApi described;
    private static boolean prepared;

    private final boolean byIssuer;
    private final Process process;
    private final Path output;
    private final long startedAt;
    private volatile int port;
    private @Nullable String token;
    private long tokenUntil;

    /** The largest position in any answer. */
    private final AtomicLong newest = new AtomicLong();

    /** The exit code of a job, and its output. */
    public record Ended(int exitCode, String output) {}

    private Program(Process process, Path output, long startedAt, boolean byIssuer) {
        this.byIssuer = byIssuer;
        this.process = process;
        this.output = output;
        this.startedAt = startedAt;
    }

    /** Serves a data directory on a free port, ready for calls. */
    public static Program serving(Path data, String... options) {
        var program = starting(data, options);
        program.awaitReady();
        return program;
    }

    /** The same, without a first client in the environment. */
    public static Program withoutClient(Path data) {
        var program =
                start(
                        List.of("serve", "--server.port=0", "--colophon.data-dir=" + data),
                        Map.of("COLOPHON_BOOTSTRAP_CLIENT", ""));
        program.awaitReady();
        return program;
    }

    /** Starts to serve a data directory on a free port; use {@link #awaitReady} next. */
    public static Program starting(Path data, String... options) {
        var arguments =
                new ArrayList<>(List.of("serve", "--server.port=0", "--colophon.data-dir=" + data));
        arguments.addAll(List.of(options));
        return start(arguments);
    }

    /** One of the processes on a MongoDB server, on a free port, ready for calls. */
    public static Program sharing(String uri, String roles, String... options) {
        var program = startingToShare(uri, roles, options);
        program.awaitReady();
        return program;
    }

    /** Starts one of the processes on a MongoDB server; use {@link #awaitReady} next. */
    public static Program startingToShare(String uri, String roles, String... options) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--server.port=0",
                                "--colophon.mongodb.uri=" + uri,
                                "--colophon.roles=" + roles,
                                Issuer.SHARED.option(),
                                "--colophon.data-dir=" + scratch()));
        arguments.addAll(List.of(options));
        return start(arguments);
    }

    /** Starts the script with these arguments. */
    public static Program start(List<String> arguments) {
        return start(arguments, Map.of());
    }

    private static Program start(List<String> arguments, Map<String, String> variables) {
        try {
            var output = Files.createTempFile("colophon-", ".out");
            output.toFile().deleteOnExit();
            var root = root();
            prepare(root);
            var command = new ArrayList<>(List.of(root.resolve("colophon").toString()));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
            builder.environment().put("COLOPHON_BOOTSTRAP_CLIENT", CLIENT);
            builder.environment().put("COLOPHON_CLIENT", CLIENT);
            builder.environment().putIfAbsent("COLOPHON_JAVA_OPTS", OPTIONS);
            builder.environment().putAll(variables);
            var startedAt = System.nanoTime();
            var byIssuer = arguments.contains(Issuer.SHARED.option());
            return new Program(builder.start(), output, startedAt, byIssuer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the script with these arguments to its end. */
    public static Ended run(String... arguments) {
        try (var program = start(List.of(arguments))) {
            return program.awaitEnd();
        }
    }

    /** The root of the sources. */
    public static Path root() {
        var at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isExecutable(at.resolve("colophon"))) at = at.getParent();
        if (at == null) throw new IllegalStateException("No ./colophon above " + Path.of(""));
        return at;
    }

    /** Waits until it is ready. */
    public void awaitReady() {
        while (port == 0) {
            var listens = LISTENS.matcher(output());
            if (listens.find()) port = Integer.parseInt(listens.group(1));
            else pause();
        }
        while (!isReady()) pause();
        readDescription();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** True while it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends it a signal by name, for example STOP. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has ended by itself. */
    public Ended awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError("It does not end:\n" + output());
            return new Ended(process.exitValue(), output());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Sends SIGTERM; gives the exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd().exitCode();
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        kill();
    }

    /** All its output so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address, for example {@code http://127.0.0.1:41234}. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** POST to a path below /api/v1. */
    public Answer post(String path, String json) {
        return post(path, json, null);
    }

    /** POST to a path below /api/v1 with an Idempotency-Key. */
    public Answer post(String path, String json, @Nullable String key) {
        var request = request("/api/v1" + path).header("Content-Type", "application/json");
        if (key != null) request.header("Idempotency-Key", key);
        return send(request.POST(BodyPublishers.ofString(json)).build());
    }

    /** Sends a POST that must be accepted. */
    public Answer made(String path, String json) {
        var answer = post(path, json);
        if (answer.status() >= 300) throw new AssertionError(path + ": " + answer.text());
        return answer;
    }

    /** GET of a path below /api/v1. */
    public Answer get(String path) {
        return get(path, Map.of());
    }

    /** GET of a path below /api/v1 with headers. */
    public Answer get(String path, Map<String, String> headers) {
        var request = request("/api/v1" + path);
        headers.forEach(request::header);
        return send(request.build());
    }

    /**
     * The number of the newest commit. It waits until the views have read all answered commands.
     */
    public long head() {
        return get("/dead-letters?after=" + newest.get()).position();
    }

    /** Fails if there is any commit after this one. It makes one itself, to see its number. */
    public void assertNoCommitSince(long head) {
        var made = made("/institutions", Campus.institutionBody("next-after-" + head));
        if (made.position() != head + 1)
            throw new AssertionError("Commits after %d: %s".formatted(head, made.position()));
    }

    /** A request to any path by an administrator, to be completed by the caller. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token());
    }

    /** A request to any path without a sign-in. */
    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofMinutes(5));
    }

    /** Throws {@link Unanswered} if the connection fails before the whole answer has arrived. */
    public Answer send(HttpRequest request) {
        try {
            var response = CONNECTIONS.send(request, BodyHandlers.ofByteArray());
            var answer = Answer.of(response);
            answer.headers()
                    .firstValueAsLong("Event-Position")
                    .ifPresent(position -> newest.accumulateAndGet(position, Math::max));
            assertAsDescribed(request, answer);
            return answer;
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks every answer that any test gets against the published description. */
    private static void assertAsDescribed(HttpRequest request, Answer answer) {
        var known = described;
        if (known == null) return;
        var mistakes =
                known.mistakes(
                        request.method(),
                        request.uri().getPath(),
                        answer.status(),
                        answer.header("Content-Type"),
                        answer.bytes());
        if (!mistakes.isEmpty())
            throw new AssertionError(
                    "%s %s is not as described: %s%n%s"
                            .formatted(request.method(), request.uri(), mistakes, answer.text()));
    }

    /** One document is enough, because it depends only on the code. */
    private void readDescription() {
        if (described != null) return;
        var answer = send(anonymous("/v3/api-docs").build());
        if (answer.status() != 200) throw new AssertionError(answer.text() + output());
        described = new DescribedApi(answer.json());
    }

    /** No answer came, or only a part of it. The request may have taken effect. */
    public static final class Unanswered extends RuntimeException {
        Unanswered(IOException cause) {
            super(cause);
        }
    }

    /** An access token of an administrator; throws {@link Unanswered} if there is none. */
    public String token() {
        return byIssuer ? Issuer.SHARED.administrator() : ownToken();
    }

    private synchronized String ownToken() {
        var known = token;
        if (known != null && System.nanoTime() < tokenUntil) return known;
        var answer = send(tokenRequest(CLIENT));
        if (answer.status() != 200) throw new AssertionError("No token: " + answer.text());
        String given = JsonPath.read(answer.text(), "$.access_token");
        token = given;
        tokenUntil = System.nanoTime() + TOKEN_KEPT.toNanos();
        return given;
    }

    /** The request of a program for an access token, with its {@code name:secret}. */
    public HttpRequest tokenRequest(String client) {
        var basic = Base64.getEncoder().encodeToString(client.getBytes(UTF_8));
        return anonymous("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("colophon-data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            return send(anonymous("/actuator/health/readiness").build()).status() == 200;
        } catch (Unanswered e) {
            return false;
        }
    }

    private void pause() {
        if (!process.isAlive())
            throw new AssertionError(
                    "It has ended with %d:%n%s".formatted(process.exitValue(), output()));
        if (System.nanoTime() - startedAt > PATIENCE.toNanos())
            throw new AssertionError("It does not get ready:\n" + output());
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Tells the script that Maven has just built the jar from these sources, and has it prepare the
     * faster start before the first of the tests' processes, which may be several at once.
     */
    private static synchronized void prepare(Path root) throws IOException {
        if (prepared) return;
        prepared = true;
        if (Boolean.getBoolean("colophon.system.jar-is-fresh"))
            Files.writeString(root.resolve("launcher/target/.built"), "by the tests\n");
        run("serve", "--help");
    }
}
