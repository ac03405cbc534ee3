package colophon.launcher.clock;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports a jump of the clock. This does not affect readiness: the process continues and uses that
 * clock.
 */
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
