package colophon.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.launcher.serve.Application;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The whole program in this process, once for all tests here. It trusts the proxy header for
 * addresses, so that each test or request has an address of its own.
 */
final class Served {

    /** The most simultaneous requests without a sign-in. */
    static final int BURST = 20;

    static final String CLIENT = "first";
    static final String SECRET = "only-for-tests";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static @Nullable Served only;

    private final ConfigurableApplicationContext program;
    private final int port;
    private @Nullable String token;
    private @Nullable String tokenOfStudent;

    /** An answer: its head as received, and the body. */
    record Answer(int status, String head, String body) {

        String reason() {
            return status + " " + body.replaceFirst("(?s).*\"reason\":\"([^\"]*)\".*", "$1");
        }
    }

    private Served() {
        try {
            program =
                    new SpringApplicationBuilder(Application.class)
                            .run(
                                    "--server.port=0",
                                    "--server.forward-headers-strategy=native",
                                    "--colophon.limits.strangers-per-second=1",
                                    "--colophon.limits.strangers-burst=" + BURST,
                                    "--COLOPHON_BOOTSTRAP_CLIENT=" + CLIENT + ":" + SECRET,
                                    "--colophon.data-dir="
                                            + Files.createTempDirectory("colophon-edge"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var server = ((ServletWebServerApplicationContext) program).getWebServer();
        port = Objects.requireNonNull(server).getPort();
    }

    static synchronized Served program() {
        var known = only;
        if (known == null) {
            known = new Served();
            only = known;
        }
        return known;
    }

    <B> B bean(Class<B> type) {
        return program.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return program;
    }

    /** An address that no request has used yet. */
    static String address() {
        var number = ADDRESSES.incrementAndGet();
        return "203." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    /** The Authorization header of an administrator. */
    synchronized String administrator() {
        var known = token;
        if (known != null) return known;
        known = token(CLIENT, SECRET);
        token = known;
        return known;
    }

    /** The Authorization header of a student. */
    synchronized String student() {
        var known = tokenOfStudent;
        if (known != null) return known;
        var name = "{\"id\":\"ada\",\"givenName\":\"Ada\",\"familyName\":\"Winter\"}";
        var made = command("/api/v1/students", name);
        if (made.status != 201) throw new AssertionError(made.toString());
        made =
                command(
                        "/api/v1/accounts",
                        "{\"kind\":\"program\",\"name\":\"ada\",\"roles\":[\"student\"],"
                                + "\"studentId\":\"ada\"}");
        if (made.status != 201) throw new AssertionError(made.toString());
        known = token("ada", JsonPath.read(made.body, "$.secret"));
        tokenOfStudent = known;
        return known;
    }

    /** Sends a command as an administrator. */
    Answer command(String path, String json) {
        return ask(
                "POST", path, address(), json, administrator(), "Content-Type: application/json");
    }

    /** The Authorization header of that client. */
    String token(String client, String secret) {
        var answer =
                ask(
                        "POST",
                        "/oauth2/token",
                        address(),
                        "grant_type=client_credentials",
                        basic(client, secret),
                        "Content-Type: application/x-www-form-urlencoded");
        if (answer.status != 200) throw new AssertionError(answer.toString());
        return "Authorization: Bearer " + JsonPath.read(answer.body, "$.access_token");
    }

    static String basic(String client, String secret) {
        var both = (client + ":" + secret).getBytes(UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Sends a request with these lines in its head, and a body with its length. */
    Answer ask(String method, String path, String address, @Nullable String body, String... lines) {
        var all = new ArrayList<>(List.of(lines));
        if (body != null) all.add("Content-Length: " + body.getBytes(UTF_8).length);
        return raw(head(method, path, address, all) + (body == null ? "" : body));
    }

    /** The head of a request. */
    static String head(String method, String path, String address, List<String> lines) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
                + address
                + "\r\n"
                + String.join("", lines.stream().map(line -> line + "\r\n").toList())
                + "\r\n";
    }

    /** Opens a connection and sends these bytes. */
    Socket open(String bytes) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer raw(String bytes) {
        try (var socket = open(bytes)) {
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of the answer, without waiting for the rest. */
    static int status(Socket socket) throws IOException {
        return Integer.parseInt(
                new String(socket.getInputStream().readNBytes(12), UTF_8).substring(9));
    }

    /** All bytes that arrived until the connection ended. */
    private static Answer answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException e) {
            if (bytes.size() == 0) throw e; // otherwise the connection was closed after the answer
        }
        var all = bytes.toString(UTF_8);
        int end = all.indexOf("\r\n\r\n");
        int status = all.length() < 12 ? 0 : Integer.parseInt(all.substring(9, 12));
        var head = all.substring(0, Math.max(0, end + 2));
        var body = all.substring(end < 0 ? 0 : end + 4);
        var isInChunks = head.contains("Transfer-Encoding: chunked");
        return new Answer(status, head, isInChunks ? joined(body) : body);
    }

    /** Joins the chunks of a body, which are ASCII here. */
    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        while (chunks.indexOf('\r', at) > at) {
            int line = chunks.indexOf('\r', at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) break;
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 4 + length;
        }
        return body.toString();
    }
}
