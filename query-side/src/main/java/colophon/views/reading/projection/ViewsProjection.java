package colophon.views.reading.projection;

import colophon.events.InstitutionLimits;
import colophon.events.Recorded;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds every event that Axon delivers to the {@link Projector}. */
public class ViewsProjection {

    /** The name of the processor. It must have one segment, since the views have one writer. */
    public static final String GROUP = "views";

    private static final Logger LOG = LoggerFactory.getLogger(ViewsProjection.class);
    private static final long SECOND = 1_000_000_000L;

    private final Projector projector;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private long events;
    private long saidAt = System.nanoTime();

    /** Reads into the folding, and reports the position when a commit is complete. */
    public ViewsProjection(Projector projector, ViewDatabase database, ViewPosition viewPosition) {
        this.projector = projector;
        this.database = database;
        this.viewPosition = viewPosition;
    }

    /** Reads one event; the token holds its position in the log. */
    @EventHandler
    public synchronized void on(EventMessage<?> message, TrackingToken token) {
        read(fact(message, token));
    }

    @ResetHandler
    synchronized void startOver() {
        events = 0;
        projector.clear();
        viewPosition.startOver();
    }

    void read(Recorded<?> fact) {
        projector.read(fact);
        events++;
        long position = database.snapshot().position();
        if (position > viewPosition.position()) viewPosition.moveTo(position);
        if ((events & 0xFF) == 0 && !viewPosition.caughtUp()) sayHowFar();
    }

    private void sayHowFar() {
        long now = System.nanoTime();
        if (now - saidAt < SECOND) return;
        saidAt = now;
        long head = Math.max(1, viewPosition.head());
        LOG.info(
                "Views: read {} events, {} of {} commits ({} %)",
                events, viewPosition.position(), head, viewPosition.position() * 100 / head);
    }

    /** The event with its metadata; the token holds its position in the log. */
    public static Recorded<Object> fact(EventMessage<?> message, TrackingToken token) {
        long index = index(token);
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

    /** The position of a token, as one number. */
    static long index(TrackingToken token) {
        return WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("No position in " + token))
                .getGlobalIndex();
    }
}
