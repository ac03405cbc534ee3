package colophon.launcher.serve;

import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.HeadBarrier;
import colophon.commands.loading.StateStore;
import colophon.launcher.clock.ClockAtStart;
import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ServerModeCondition;
import colophon.storage.ServerStorage;
import colophon.storage.views.MongoViews;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/** The server mode: everything is in databases that any number of processes share. */
@Configuration(proxyBeanMethods = false)
@Conditional(ServerModeCondition.class)
class ServerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConfiguration.class);

    /**
     * The check of who can reach this process comes first. The database is not contacted before it.
     */
    @Bean(destroyMethod = "close")
    @DependsOn("colophon.security.chain.ExposureCheck")
    ServerStorage storage(
            ProcessRoles roles,
            Clock clock,
            @Value("${colophon.mongodb.uri}") String uri,
            @Value("${colophon.accept-earlier-clock}") boolean accepted) {
        var storage = ClockAtStart.checked(ServerStorage.open(uri), clock, accepted);
        LOG.info("Server mode on {}, roles {}", storage.database().description(), roles);
        return storage;
    }

    /** Measures how long decisions wait, since each wait is a round trip to the database. */
    @Bean
    Barrier barrier(ServerStorage storage, StateStore states, MeterRegistry meters) {
        var barrier = new HeadBarrier(new SharedLogAdapter(storage), states);
        var waited =
                Timer.builder("colophon.commands.barrier")
                        .description("Time until the commits of other processes are known")
                        .publishPercentiles(0.5, 0.99)
                        .register(meters);
        return new Barrier() {
            @Override
            public void pass() {
                waited.record(barrier::pass);
            }

            @Override
            public void wrote(long commit) {
                barrier.wrote(commit);
            }
        };
    }

    /** Every process reads the views. Processes with the role {@code query} also write them. */
    @Bean
    MongoViews mongoViews(
            ServerStorage storage,
            Clock clock,
            @Value("${colophon.views.segments}") int segments,
            @Value("${colophon.views.claim-timeout}") Duration claimTimeout) {
        return storage.views(OptionalInt.of(segments), claimTimeout, clock);
    }

    @Bean
    ViewDatabase library(MongoViews views) {
        return views.library();
    }

    @Bean
    ViewPosition reading(MongoViews views) {
        return views.reading();
    }

    @Bean
    DeadLetters deadLetters(MongoViews views) {
        return views.deadLetters();
    }

    /** Which process carries out which import. */
    @Bean
    ImportClaims claims(ServerStorage storage) {
        return storage.claims();
    }
}
