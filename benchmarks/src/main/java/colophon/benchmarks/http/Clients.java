package colophon.benchmarks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import colophon.benchmarks.append.Samples;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Many HTTP clients in one thread, each with one open connection and one request at a time. They
 * share the machine with the measured server, so they do as little as possible.
 */
public final class Clients implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");
    private static final Pattern POSITION = Pattern.compile("\r\nevent-position: *(\\d+)");

    private final int port;
    private final byte[] authorization;
    private final Selector selector;
    private final Map<String, Samples> samples = new HashMap<>();
    private int refused;
    private String firstRefusal = "";

    public Clients(Server server, List<Script> scripts) throws IOException {
        this.port = server.port();
        authorization = ("Authorization: Bearer " + server.token() + "\r\n").getBytes(US_ASCII);
        selector = Selector.open();
        for (var script : scripts) {
            var client = new Client(script);
            connect(client);
            client.send(script.next(null));
        }
    }

    /**
     * The result.
     *
     * @param clientShare the part of one core that the clients used
     */
    public record Outcome(
            double seconds,
            Map<String, Samples> samples,
            int refused,
            String firstRefusal,
            double clientShare) {

        int count() {
            return samples.values().stream().mapToInt(Samples::count).sum();
        }

        public Samples all() {
            var all = new Samples();
            samples.values().forEach(all::addAll);
            return all;
        }
    }

    /** Runs for this time, and counts the answers. */
    public Outcome run(long millis) throws IOException {
        samples.clear();
        refused = 0;
        var cpu = ManagementFactory.getThreadMXBean();
        var cpuBefore = cpu.getCurrentThreadCpuTime();
        var started = System.nanoTime();
        var until = started + millis * 1_000_000;
        for (var now = started; now < until; now = System.nanoTime())
            selector.select(key -> answered((Client) key.attachment()), 100);
        var taken = System.nanoTime() - started;
        var share = (double) (cpu.getCurrentThreadCpuTime() - cpuBefore) / taken;
        return new Outcome(taken / 1e9, Map.copyOf(samples), refused, firstRefusal, share);
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }

    private void connect(Client client) throws IOException {
        if (client.channel != null) client.channel.close();
        var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
        client.channel = channel;
    }

    private void answered(Client client) {
        try {
            var answer = client.receive();
            if (answer == null) return;
            samples.computeIfAbsent(answer.kind(), _ -> new Samples())
                    .add(System.nanoTime() - client.sentAt);
            if (answer.status() >= 300 && refused++ == 0) firstRefusal = client.text();
            if (client.closing) connect(client);
            client.send(client.script.next(answer));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Client {

        private final Script script;
        private @Nullable SocketChannel channel;
        private boolean closing;
        private ByteBuffer in = ByteBuffer.allocate(1 << 16);
        private String kind = "";
        private long sentAt;

        Client(Script script) {
            this.script = script;
        }

        void send(Script.Request request) throws IOException {
            kind = request.kind();
            in.clear();
            sentAt = System.nanoTime();
            var line = endOfLine(request.bytes());
            var out =
                    ByteBuffer.allocate(request.bytes().length + authorization.length)
                            .put(request.bytes(), 0, line)
                            .put(authorization)
                            .put(request.bytes(), line, request.bytes().length - line)
                            .flip();
            while (out.hasRemaining()) requireNonNull(channel).write(out);
        }

        /** The answer, or null while it is incomplete. */
        Script.@Nullable Answer receive() throws IOException {
            if (requireNonNull(channel).read(in) < 0)
                throw new EOFException("The server closed the connection: " + text());
            if (!in.hasRemaining()) grow();
            var end = endOfHead();
            if (end < 0) return null;
            var head = new String(in.array(), 0, end, US_ASCII).toLowerCase(Locale.ROOT);
            var length = number(LENGTH, head);
            var whole = length >= 0 ? in.position() >= end + length : chunksEnd(end);
            if (!whole) return null;
            closing = head.contains("\r\nconnection: close");
            var status = Integer.parseInt(head.substring(9, 12));
            return new Script.Answer(kind, status, Math.max(0, number(POSITION, head)));
        }

        String text() {
            return new String(in.array(), 0, in.position(), US_ASCII);
        }

        private static int endOfLine(byte[] request) {
            int at = 0;
            while (request[at] != '\n') at++;
            return at + 1;
        }

        private void grow() {
            var larger = ByteBuffer.allocate(in.capacity() * 2);
            in.flip();
            in = larger.put(in);
        }

        private int endOfHead() {
            var bytes = in.array();
            for (int i = 3; i < in.position(); i++)
                if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') return i + 1;
            return -1;
        }

        private boolean chunksEnd(int from) {
            var length = in.position();
            return length >= from + 5
                    && new String(in.array(), length - 5, 5, US_ASCII).equals("0\r\n\r\n");
        }

        private static long number(Pattern pattern, String head) {
            var found = pattern.matcher(head);
            return found.find() ? Long.parseLong(found.group(1)) : -1;
        }
    }
}
