package colophon.system.driver;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A connection between a client and a server of MongoDB's protocol that can be cut: all at once, or
 * after the server has done its work and before the client gets the reply.
 */
public final class Wire implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;

    /** Flags, the kind of the first section, the length of its document and the type of a text. */
    private static final int BEFORE_COMMAND = 4 + 1 + 4 + 1;

    private final IntSupplier server;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile BooleanSupplier swallow = () -> false;
    private final Port door;

    /**
     * Leads to the port of this machine that {@code server} names at the time of each connection.
     */
    public Wire(IntSupplier server) {
        this.server = server;
        this.door = new Port(this::join);
    }

    /** The port on this side. */
    public int port() {
        return door.number();
    }

    /** Cuts all connections; new ones can be made at once. */
    public void cut() {
        connections.forEach(Connection::close);
    }

    /**
     * From now on, drops the reply to an insert whenever {@code whether} is true: the server has
     * written, and the connection ends.
     */
    public void swallowReplies(BooleanSupplier whether) {
        swallow = whether;
    }

    /** How many replies were dropped. */
    public int swallowed() {
        return swallowed.get();
    }

    @Override
    public void close() {
        door.close();
        cut();
    }

    private void join(Socket near) {
        try {
            near.setTcpNoDelay(true);
            var far = new Socket(InetAddress.getLoopbackAddress(), server.getAsInt());
            far.setTcpNoDelay(true);
            var connection = new Connection(near, far);
            connections.add(connection);
            Thread.ofVirtual().start(() -> connection.carry(near, far, connection::asked));
            Thread.ofVirtual().start(() -> connection.carry(far, near, connection::answered));
        } catch (IOException | RuntimeException e) {
            quietly(near);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in either case.
        }
    }

    /** Decides about a message: false keeps it from the other side and ends the connection. */
    private interface Look {
        boolean at(ByteBuffer message);
    }

    private final class Connection {

        private final Socket near;
        private final Socket far;
        private final Set<Integer> doomed = ConcurrentHashMap.newKeySet();

        Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void close() {
            connections.remove(this);
            quietly(near);
            quietly(far);
        }

        boolean asked(ByteBuffer message) {
            if (isInsert(message) && swallow.getAsBoolean()) doomed.add(message.getInt(4));
            return true;
        }

        boolean answered(ByteBuffer message) {
            if (!doomed.remove(message.getInt(8))) return true;
            swallowed.incrementAndGet();
            return false;
        }

        void carry(Socket from, Socket to, Look look) {
            try {
                var in = new DataInputStream(from.getInputStream());
                OutputStream out = to.getOutputStream();
                while (true) {
                    var message = message(in);
                    if (!look.at(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN))) break;
                    out.write(message);
                    out.flush();
                }
            } catch (IOException e) {
                // One side has ended, so the other ends, too.
            }
            close();
        }

        private static byte[] message(DataInputStream in) throws IOException {
            int length = Integer.reverseBytes(in.readInt());
            if (length < HEADER || length > 64 << 20) throw new EOFException();
            var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            message.putInt(length);
            in.readFully(message.array(), 4, length - 4);
            return message.array();
        }

        private static boolean isInsert(ByteBuffer message) {
            if (message.getInt(12) != OP_MSG) return false;
            var word = "insert\0".getBytes(StandardCharsets.US_ASCII);
            int at = HEADER + BEFORE_COMMAND;
            if (message.limit() < at + word.length) return false;
            for (int n = 0; n < word.length; n++) if (message.get(at + n) != word[n]) return false;
            return true;
        }
    }
}
