package colophon.launcher.serve;

import colophon.storage.EmbeddedStorage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the event log takes what is decided. */
@Component("eventLog")
class LogHealth implements HealthIndicator {

    private final EmbeddedStorage storage;

    LogHealth(EmbeddedStorage storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("head", storage.head());
        storage.trouble().ifPresent(trouble -> health.down().withDetail("trouble", trouble));
        return health.build();
    }
}
