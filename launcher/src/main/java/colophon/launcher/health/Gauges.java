package colophon.launcher.health;

import colophon.views.reading.Parked;
import colophon.views.reading.Reading;

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

    private final Reading reading;
    private final Parked parked;

    Gauges(Reading reading, Parked parked) {
        this.reading = reading;
        this.parked = parked;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("colophon.log.head", reading, Reading::head)
                .description("Commits in the event log")
                .register(meters);
        Gauge.builder("colophon.views.position", reading, Reading::position)
                .description("Commits that the views have read")
                .register(meters);
        Gauge.builder("colophon.views.parked", parked, Parked::size)
                .description("Events that a view could not read")
                .register(meters);
    }
}
