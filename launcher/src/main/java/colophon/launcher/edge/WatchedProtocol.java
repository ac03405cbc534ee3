package colophon.launcher.edge;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the connections of those who take for ever over the head of a request. Tomcat limits how
 * long each read may take, not all of them together: a byte every few seconds keeps a connection
 * for hours. Public, with a constructor that takes nothing: Tomcat makes it.
 */
public final class WatchedProtocol extends Http11NioProtocol {

    /** Long enough for the slowest of networks, for 16 KB. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("slow-connections").factory());
    private Map<SocketWrapperBase<?>, Long> waiting = Map.of();

    @Override
    public void start() throws Exception {
        super.start();
        var _ = watch.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        watch.shutdownNow();
        super.stop();
    }

    private void look() {
        var now = System.nanoTime();
        var still = new HashMap<SocketWrapperBase<?>, Long>();
        for (var socket : getEndpoint().getConnections()) {
            if (!isReading(socket)) continue;
            var since = waiting.getOrDefault(socket, now);
            if (now - since > PATIENCE) socket.close();
            else still.put(socket, since);
        }
        waiting = still;
    }

    /**
     * Between two bytes of a head its processor waits with the socket, and else is away with it.
     */
    private static boolean isReading(SocketWrapperBase<?> socket) {
        return !socket.isClosed()
                && socket.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync()
                && !processor.isUpgrade();
    }
}
