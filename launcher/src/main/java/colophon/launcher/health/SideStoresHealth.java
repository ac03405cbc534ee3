package colophon.launcher.health;

import colophon.storage.Storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether the stores next to the event log can be read and written: keys, accounts and
 * disclosures. It does not affect readiness, since many answers do not need them.
 */
@Component("besideTheLog")
class SideStoresHealth implements HealthIndicator {

    private final Storage storage;

    SideStoresHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        return storage.troubleBeside()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
