package colophon.launcher.clock;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says that the clock has jumped. No part of being ready: all goes on, and is dated by it. */
@Component("machineClock")
class ClockHealth implements HealthIndicator {

    private final ClockWatch watch;

    ClockHealth(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.trouble()
                .map(line -> Health.status("DEGRADED").withDetail("trouble", line).build())
                .orElseGet(() -> Health.up().build());
    }
}
