package colophon.system.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A port of this machine that handles each connection in a thread of its own. */
public final class Port implements AutoCloseable {

    private static final int WAITING = 200;

    private final ServerSocket socket;
    private final Consumer<Socket> guest;

    /** Opens a free port. */
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

    /** Accepts no more connections; open connections stay. */
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
