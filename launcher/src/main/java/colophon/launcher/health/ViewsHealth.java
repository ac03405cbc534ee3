package colophon.launcher.health;

import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.projection.LiveViews;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means that the views have read the whole log and keep reading it. */
@Component("views")
class ViewsHealth implements HealthIndicator {

    private final ViewPosition viewPosition;
    private final DeadLetters deadLetters;
    private final LiveViews views;
    private final ProcessRoles roles;

    ViewsHealth(
            ViewPosition viewPosition,
            DeadLetters deadLetters,
            LiveViews views,
            ProcessRoles roles) {
        this.viewPosition = viewPosition;
        this.deadLetters = deadLetters;
        this.views = views;
        this.roles = roles;
    }

    @Override
    public Health health() {
        if (!roles.include(ProcessRole.QUERY) && !roles.include(ProcessRole.WEB))
            return Health.unknown().withDetail("asked", "other processes").build();
        try {
            var health = viewPosition.caughtUp() ? Health.up() : Health.outOfService();
            if (views.isBroken()) health = Health.down();
            return health.withDetail("position", viewPosition.position())
                    .withDetail("head", viewPosition.head())
                    .withDetail("deadLetters", deadLetters.size())
                    .build();
        } catch (RuntimeException e) {
            return Health.down().withDetail("position", viewPosition.position()).build();
        }
    }
}
