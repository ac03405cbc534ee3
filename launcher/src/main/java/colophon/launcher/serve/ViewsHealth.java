package colophon.launcher.serve;

import colophon.views.reading.Parked;
import colophon.views.reading.Reading;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means: the views have read all there was, and are still reading. */
@Component("views")
class ViewsHealth implements HealthIndicator {

    private final Reading reading;
    private final Parked parked;
    private final ViewsRunning running;

    ViewsHealth(Reading reading, Parked parked, ViewsRunning running) {
        this.reading = reading;
        this.parked = parked;
        this.running = running;
    }

    @Override
    public Health health() {
        var health = reading.caughtUp() ? Health.up() : Health.outOfService();
        if (running.isBroken()) health = Health.down();
        return health.withDetail("position", reading.position())
                .withDetail("head", reading.head())
                .withDetail("parkedEvents", parked.size())
                .build();
    }
}
