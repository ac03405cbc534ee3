package colophon.launcher.health;

import colophon.storage.Storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether the event log accepts new commits. */
@Component("eventLog")
class LogHealth implements HealthIndicator {

    private final Storage storage;

    LogHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        try {
            var health = Health.up().withDetail("head", storage.head());
            storage.trouble().ifPresent(trouble -> health.down().withDetail("trouble", trouble));
            return health.build();
        } catch (RuntimeException e) {
            return Health.down().withDetail("trouble", "The event log does not answer").build();
        }
    }
}
