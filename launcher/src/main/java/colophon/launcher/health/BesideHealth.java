package colophon.launcher.health;

import colophon.storage.Storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether what is kept beside the event log, keys, accounts and disclosures, can be read and
 * written. No part of being ready: much is answered without them.
 */
@Component("besideTheLog")
class BesideHealth implements HealthIndicator {

    private final Storage storage;

    BesideHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        return storage.troubleBeside()
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
