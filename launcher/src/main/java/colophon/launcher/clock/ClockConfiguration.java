package colophon.launcher.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/** Watches the clock while a process serves. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    ClockWatch clockWatch(Clock clock) {
        return new ClockWatch(clock, System::nanoTime, LOG::warn);
    }

    /** Checks also when nobody asks for the health, so that a jump is always logged. */
    @Bean
    RecurringTask clockIsWatched(ClockWatch watch) {
        return new RecurringTask("clock", EVERY) {
            @Override
            protected Duration run() {
                var _ = watch.trouble();
                return EVERY;
            }
        };
    }
}
