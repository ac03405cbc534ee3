package colophon.launcher.health;

import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewPosition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Metrics for monitoring: the positions of the log and of the views, and the number of dead
 * letters.
 */
@Component
class Gauges implements MeterBinder {

    private final ViewPosition viewPosition;
    private final DeadLetters deadLetters;

    Gauges(ViewPosition viewPosition, DeadLetters deadLetters) {
        this.viewPosition = viewPosition;
        this.deadLetters = deadLetters;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("colophon.log.head", viewPosition, ViewPosition::head)
                .description("Commits in the event log")
                .register(meters);
        Gauge.builder("colophon.views.position", viewPosition, ViewPosition::position)
                .description("Commits that the views have read")
                .register(meters);
        Gauge.builder("colophon.views.dead-letters", deadLetters, DeadLetters::size)
                .description("Events that a view could not read")
                .register(meters);
    }
}
