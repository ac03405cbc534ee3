package colophon.launcher.edge;

import colophon.launcher.http.Reads;

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
 * Cuts the connections of those who take for ever over the head of a request, over what stands
 * around a body, or over the rest of a body after its answer. Tomcat limits how long each read may
 * take, not all of them together: a byte every few seconds keeps a connection for hours. Public,
 * with a constructor that takes nothing: Tomcat makes it.
 */
public final class WatchedProtocol extends Http11NioProtocol {

    /** Long enough for the slowest of networks, for 16 KB. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    /** Tomcat's word for reading what nobody wanted. */
    private static final int READING_THE_REST = 4;

    /** The status of an answer to a body that came too slowly. */
    private static final int TOO_SLOW = 408;

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("slow-connections").factory());
    private final Set<AtWork> atWork = ConcurrentHashMap.newKeySet();
    private Map<SocketWrapperBase<?>, Long> waiting = Map.of();
    private Reads reads = new Reads();

    /** Where it is known who waits for bytes of a body. */
    void watch(Reads known) {
        this.reads = known;
    }

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
        for (var one : atWork) if (one.isGivenUp(now)) one.cut();
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
        private volatile @Nullable Thread thread;

        AtWork(Adapter adapter) {
            super(WatchedProtocol.this, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            socket = connection;
            thread = Thread.currentThread();
            atWork.add(this);
            try {
                return super.service(connection);
            } finally {
                atWork.remove(this);
                thread = null;
                socket = null;
            }
        }

        /**
         * Of a body that was too slow to be read, or where none of it comes, nothing is waited for.
         */
        boolean isGivenUp(long now) {
            if (isReadingTheRest()) return response.getStatus() == TOO_SLOW;
            var reader = thread;
            var since = reader == null ? null : reads.since(reader);
            return since != null && now - since > PATIENCE;
        }

        void cut() {
            var connection = socket;
            if (connection != null) connection.close();
        }

        boolean isReadingTheRest() {
            return request.getRequestProcessor().getStage() == READING_THE_REST;
        }
    }
}
