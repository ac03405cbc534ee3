package colophon.system.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * A port of this machine, and what is done with whoever comes to it, each in a thread of its own.
 */
public final class Port implements AutoCloseable {

    private static final int WAITING = 200;

    private final ServerSocket socket;
    private final Consumer<Socket> guest;

    /** Open from now on, at a number that nobody has. */
    public Port(Consumer<Socket> guest) {
        this.guest = guest;
        try {
            socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Its number. */
    public int number() {
        return socket.getLocalPort();
    }

    /** Nobody comes any more; who is in stays in. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var near = socket.accept();
                Thread.ofVirtual().start(() -> guest.accept(near));
            } catch (IOException e) {
                return;
            }
        }
    }
}
