package colophon.launcher.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the clock while a process serves. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int SECONDS = 5;

    @Bean
    ClockWatch clockWatch(Clock clock) {
        return new ClockWatch(clock, System::nanoTime, LOG::warn);
    }

    /** Checks also when nobody asks for the health, so that a jump is always logged. */
    @Bean
    SmartLifecycle clockIsWatched(ClockWatch watch) {
        return new SmartLifecycle() {

            private final ScheduledExecutorService worker =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("clock").daemon().factory());
            private volatile boolean running;

            @Override
            public void start() {
                var _ =
                        worker.scheduleWithFixedDelay(
                                watch::trouble, SECONDS, SECONDS, TimeUnit.SECONDS);
                running = true;
            }

            @Override
            public void stop() {
                worker.shutdown();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
