package colophon.launcher.health;

import colophon.launcher.roles.Roles;
import colophon.launcher.roles.Roles.Role;
import colophon.launcher.views.ViewsAtWork;
import colophon.views.reading.Parked;
import colophon.views.reading.Reading;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means that the views have read the whole log and keep reading it. */
@Component("views")
class ViewsHealth implements HealthIndicator {

    private final Reading reading;
    private final Parked parked;
    private final ViewsAtWork running;
    private final Roles roles;

    ViewsHealth(Reading reading, Parked parked, ViewsAtWork running, Roles roles) {
        this.reading = reading;
        this.parked = parked;
        this.running = running;
        this.roles = roles;
    }

    @Override
    public Health health() {
        if (!roles.include(Role.QUERY) && !roles.include(Role.WEB))
            return Health.unknown().withDetail("asked", "other processes").build();
        try {
            var health = reading.caughtUp() ? Health.up() : Health.outOfService();
            if (running.isBroken()) health = Health.down();
            return health.withDetail("position", reading.position())
                    .withDetail("head", reading.head())
                    .withDetail("parkedEvents", parked.size())
                    .build();
        } catch (RuntimeException e) {
            return Health.down().withDetail("position", reading.position()).build();
        }
    }
}
