package colophon.views;

import colophon.views.MemoryViewsConfiguration.WithoutServer;
import colophon.views.reading.Folding;
import colophon.views.reading.Library;
import colophon.views.reading.Parked;
import colophon.views.reading.Reading;
import colophon.views.reading.ViewsProjection;
import colophon.views.reading.memory.MemoryLibrary;
import colophon.views.reading.memory.MemoryParked;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongSupplier;

/** Keeps the views in the memory of this process. Active unless a MongoDB server is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutServer.class)
public class MemoryViewsConfiguration {

    /** Keeps the views. The clock decides what "today" is for queries. */
    @Bean
    public MemoryLibrary library(Clock clock) {
        return new MemoryLibrary(
                ViewsConfiguration.VIEWS, zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /**
     * The dead letters: events that a view could not read. The health check reports their number.
     */
    @Bean
    public Parked parked() {
        return new MemoryParked();
    }

    /** How far the views have read. {@code head} is the number of the last commit of the log. */
    @Bean
    public Reading reading(LongSupplier head) {
        return new Reading(head);
    }

    /** Reads events into all views. */
    @Bean
    public Folding folding(MemoryLibrary library, Parked parked, Clock clock) {
        return new Folding(ViewsConfiguration.VIEWS, library, parked, clock);
    }

    /** Feeds the events that Axon delivers into the views. */
    @Bean
    public ViewsProjection viewsProjection(Folding folding, Library library, Reading reading) {
        return new ViewsProjection(folding, library, reading);
    }

    /** True unless a server is configured to keep the views. */
    public static final class WithoutServer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("colophon.mongodb.uri", "").isEmpty();
        }
    }
}
