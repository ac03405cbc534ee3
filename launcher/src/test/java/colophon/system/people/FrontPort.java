package colophon.system.people;

import colophon.system.driver.Port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.IntSupplier;

/** A port that is known before the program's own port. Browsers use this address. */
public final class FrontPort implements AutoCloseable {

    private final IntSupplier behind;
    private final Port door;

    /**
     * Leads to the port of this machine that {@code behind} names at the time of each connection.
     */
    public FrontPort(IntSupplier behind) {
        this.behind = behind;
        this.door = new Port(this::lead);
    }

    /** Passkeys need a host name, so the address is not numeric. */
    public String address() {
        return "http://localhost:" + door.number();
    }

    @Override
    public void close() {
        door.close();
    }

    private void lead(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), behind.getAsInt());
            Thread.ofVirtual().start(() -> carry(near, far));
            carry(far, near);
        } catch (IOException e) {
            // The next attempt may succeed.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has ended, so the other ends, too.
        }
    }
}
