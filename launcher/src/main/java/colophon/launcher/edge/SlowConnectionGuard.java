package colophon.launcher.edge;

import colophon.launcher.http.BodyReads;

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
 * Closes connections that are too slow in the head of a request, in the chunk framing of a body, or
 * in the rest of a body after its answer. Tomcat limits the time of each read, but not their sum: a
 * byte every few seconds would hold a connection for hours. Public, with a constructor without
 * parameters, because Tomcat creates it.
 */
public final class SlowConnectionGuard extends Http11NioProtocol {

    /** Long enough for 16 KB on the slowest network. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    /** Tomcat's stage of reading the rest of a body after the answer. */
    private static final int READING_THE_REST = 4;

    /** The status of the answer to a body that came too slowly. */
    private static final int TOO_SLOW = 408;

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("slow-connections").factory());
    private final Set<AtWork> atWork = ConcurrentHashMap.newKeySet();
    private Map<SocketWrapperBase<?>, Long> waiting = Map.of();
    private BodyReads reads = new BodyReads();

    /** Sets the register of the threads that wait for a body. */
    void watch(BodyReads known) {
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
     * While a connection waits for bytes of a head, the socket holds its processor. At other times
     * it does not.
     */
    private static boolean isReadingAHead(SocketWrapperBase<?> socket) {
        return !socket.isClosed()
                && socket.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync()
                && !processor.isUpgrade();
    }

    /** A processor that exposes its current connection, which Tomcat's own processor does not. */
    private final class AtWork extends Http11Processor {

        private volatile @Nullable SocketWrapperBase<?> socket;
        private volatile @Nullable Thread thread;

        AtWork(Adapter adapter) {
            super(SlowConnectionGuard.this, adapter);
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
         * True if the connection is not worth waiting for: the body was refused as too slow, or a
         * read of it has waited too long.
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
