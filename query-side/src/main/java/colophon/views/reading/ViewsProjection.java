package colophon.views.reading;

import colophon.events.Limits;
import colophon.events.Recorded;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds every event that Axon delivers to the {@link Folding}. */
@ProcessingGroup(ViewsProjection.GROUP)
public class ViewsProjection {

    /** The processing group. It must have one segment, since the views have one writer. */
    public static final String GROUP = "views";

    private static final Logger LOG = LoggerFactory.getLogger(ViewsProjection.class);
    private static final long SECOND = 1_000_000_000L;

    private final Folding folding;
    private final Library library;
    private final Reading reading;
    private long events;
    private long saidAt = System.nanoTime();

    /** Reads into the folding, and reports the position when a commit is complete. */
    public ViewsProjection(Folding folding, Library library, Reading reading) {
        this.folding = folding;
        this.library = library;
        this.reading = reading;
    }

    /** Reads one event; the token holds its position in the log. */
    @EventHandler
    public synchronized void on(EventMessage<?> message, TrackingToken token) {
        read(fact(message, token));
    }

    @ResetHandler
    synchronized void startOver() {
        events = 0;
        folding.clear();
        reading.startOver();
    }

    void read(Recorded<?> fact) {
        folding.read(fact);
        events++;
        long position = library.edition().position();
        if (position > reading.position()) reading.moveTo(position);
        if ((events & 0xFF) == 0 && !reading.caughtUp()) sayHowFar();
    }

    private void sayHowFar() {
        long now = System.nanoTime();
        if (now - saidAt < SECOND) return;
        saidAt = now;
        long head = Math.max(1, reading.head());
        LOG.info(
                "Views: read {} events, {} of {} commits ({} %)",
                events, reading.position(), head, reading.position() * 100 / head);
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
                Limits.read(message.getMetaData().get(Limits.KEY)));
    }

    /** The position of a token, as one number. */
    static long index(TrackingToken token) {
        return WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("No position in " + token))
                .getGlobalIndex();
    }
}
