package colophon.views.reading.projection;

import colophon.events.InstitutionLimits;
import colophon.events.Recorded;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Reads the log into a target, in order, until it is stopped. A failure stops it for half a second;
 * then it goes on from the position that the target has kept.
 */
public final class ProjectionLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);
    private static final long PAUSE_MILLIS = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Target target;
    private volatile boolean stopped;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    /** A loop that is not running yet. */
    public ProjectionLoop(StreamableMessageSource<TrackedEventMessage<?>> log, Target target) {
        this.log = log;
        this.target = target;
    }

    /** What the loop reads into. It keeps the position. Only the thread of the loop calls it. */
    public interface Target {

        /**
         * Begins, or begins again after a failure.
         *
         * @return the place of the last event that was read, as {@link Recorded#index} gives it; 0
         *     for none
         * @throws UnableToClaimTokenException while another process reads into this target
         */
        long begin();

        /** Reads these events, and then keeps the place of the last one. Never empty. */
        void read(List<Recorded<?>> facts);

        /** Nothing was there to read for a second. */
        default void idle() {}

        /** The loop has ended, and other processes may read into this target. */
        default void end() {}

        /** True for a failure of a database, whose place in the program does not matter. */
        default boolean isOutage(RuntimeException e) {
            return false;
        }
    }

    /** True while it cannot go on for a reason other than a claim of another process. */
    public boolean isFailing() {
        return failing;
    }

    /** Stops it; {@link #run} returns soon. */
    public void stop() {
        stopped = true;
        var running = thread;
        if (running != null) running.interrupt();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (!stopped) {
                attempt();
                if (!stopped) Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            // it was stopped
        }
        var _ = Thread.interrupted(); // a driver may refuse to work in an interrupted thread
        target.end();
    }

    private void attempt() throws InterruptedException {
        try {
            follow();
        } catch (UnableToClaimTokenException _) {
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !stopped) tell(e);
            failing = true;
        }
    }

    private void follow() throws InterruptedException {
        long from = target.begin();
        var token = from == 0 ? null : new GlobalSequenceTrackingToken(from);
        try (var decoded = new DecodedEvents(log, token)) {
            while (!stopped) {
                var facts = decoded.next();
                if (facts.isEmpty()) target.idle();
                else target.read(facts);
                failing = false;
            }
        }
    }

    /** Logs a failure once until it is over. */
    private void tell(RuntimeException e) {
        var why = "Views: {} cannot go on; tried again twice a second";
        if (target.isOutage(e)) LOG.error(why + ": {}", target, e.getMessage());
        else LOG.error(why, target, e);
    }

    /** The event with its metadata. Throws IllegalStateException if its token has no position. */
    public static Recorded<Object> fact(TrackedEventMessage<?> message) {
        long index = index(message.trackingToken());
        return new Recorded<>(
                message.getPayload(),
                index >> 16,
                (int) (index & Recorded.LAST),
                message.getTimestamp(),
                // few accounts cause many events, so they share one String each
                String.valueOf(message.getMetaData().getOrDefault("who", "unknown")).intern(),
                message.getMetaData().get("behalf") instanceof String behalf
                        ? behalf.intern()
                        : null,
                message.getIdentifier(),
                InstitutionLimits.read(message.getMetaData().get(InstitutionLimits.KEY)));
    }

    private static long index(TrackingToken token) {
        return WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("No position in " + token))
                .getGlobalIndex();
    }
}
