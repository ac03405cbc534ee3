package colophon.views.reading.projection;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The views of this process while it serves, in either mode. */
public interface LiveViews {

    /**
     * Starts reading.
     *
     * @param log the events that this process reads into the views; null if other processes do
     */
    void start(@Nullable StreamableMessageSource<TrackedEventMessage<?>> log);

    /** Stops. When this returns, this process writes nothing more into the views. */
    void stop();

    /** True once the views have read everything that was in the log at the start. */
    boolean caughtUp();

    /** True while a failure stops this process, so that answers become older and older. */
    boolean isBroken();
}
