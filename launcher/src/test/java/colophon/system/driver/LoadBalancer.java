package colophon.system.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One address for several processes, which get requests in turn: commands go to command processes,
 * queries to query processes. A client of this address reads its own writes.
 */
public final class LoadBalancer implements AutoCloseable {

    private final HttpServer server;
    private final List<Program> commands;
    private final List<Program> queries;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    /** Stands in front of these processes. */
    public LoadBalancer(List<Program> commands, List<Program> queries) {
        this.commands = commands;
        this.queries = queries;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /** The address, for example {@code http://127.0.0.1:41234}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var asks = method.equals("GET");
        var among = asks ? queries : commands;
        var to = among.get(Math.floorMod(turn.getAndIncrement(), among.size()));
        var path = exchange.getRequestURI().toString();
        if (asks) path += (path.contains("?") ? "&" : "?") + "after=" + written.get();
        var request = to.request(path);
        for (var header : List.of("Content-Type", "Accept", "Idempotency-Key")) {
            var value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) request.header(header, value);
        }
        var body = exchange.getRequestBody().readAllBytes();
        var answer = to.send(request.method(method, BodyPublishers.ofByteArray(body)).build());
        answer.headers()
                .firstValueAsLong("Event-Position")
                .ifPresent(at -> written.accumulateAndGet(at, Math::max));
        for (var header : List.of("Content-Type", "Event-Position"))
            answer.headers()
                    .firstValue(header)
                    .ifPresent(value -> exchange.getResponseHeaders().add(header, value));
        exchange.sendResponseHeaders(
                answer.status(), answer.bytes().length == 0 ? -1 : answer.bytes().length);
        exchange.getResponseBody().write(answer.bytes());
        exchange.close();
    }
}
