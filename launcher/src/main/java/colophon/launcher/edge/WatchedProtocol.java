package colophon.launcher.edge;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the connections of those who take for ever over the head of a request, or over the rest of a
 * body after its answer. Tomcat limits how long each read may take, not all of them together: a
 * byte every few seconds keeps a connection for hours. Public, with a constructor that takes
 * nothing: Tomcat makes it.
 */
public final class WatchedProtocol extends Http11NioProtocol {

    /** Long enough for the slowest of networks, for 16 KB. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    /** Tomcat's word for reading what nobody wanted. */
    private static final int READING_THE_REST = 4;

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("slow-connections").factory());
    private final Set<AtWork> atWork = ConcurrentHashMap.newKeySet();
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

    @Override
    protected Processor createProcessor() {
        return new AtWork(getAdapter());
    }

    private void look() {
        var now = System.nanoTime();
        var still = new HashMap<SocketWrapperBase<?>, Long>();
        for (var socket : slow()) {
            var since = waiting.getOrDefault(socket, now);
            if (now - since > PATIENCE) socket.close();
            else still.put(socket, since);
        }
        waiting = still;
    }

    private Set<SocketWrapperBase<?>> slow() {
        var slow = new HashSet<SocketWrapperBase<?>>();
        for (var socket : getEndpoint().getConnections())
            if (isReadingAHead(socket)) slow.add(socket);
        for (var one : atWork) {
            var socket = one.socket;
            if (socket != null && !socket.isClosed() && one.isReadingTheRest()) slow.add(socket);
        }
        return slow;
    }

    /**
     * Between two bytes of a head its processor waits with the socket, and else is away with it.
     */
    private static boolean isReadingAHead(SocketWrapperBase<?> socket) {
        return !socket.isClosed()
                && socket.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync()
                && !processor.isUpgrade();
    }

    /** Knows which connection it is busy with, which Tomcat's own keeps to itself. */
    private final class AtWork extends Http11Processor {

        private volatile @Nullable SocketWrapperBase<?> socket;

        AtWork(Adapter adapter) {
            super(WatchedProtocol.this, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            socket = connection;
            atWork.add(this);
            try {
                return super.service(connection);
            } finally {
                atWork.remove(this);
                socket = null;
            }
        }

        boolean isReadingTheRest() {
            return request.getRequestProcessor().getStage() == READING_THE_REST;
        }
    }
}
