package colophon.views;

import colophon.views.MemoryViewsConfiguration.WithoutServer;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.projection.Projector;
import colophon.views.reading.projection.ViewsProjection;

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
    public MemoryViewDatabase library(Clock clock) {
        return new MemoryViewDatabase(
                ViewsConfiguration.VIEWS, zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /**
     * The dead letters: events that a view could not read. The health check reports their number.
     */
    @Bean
    public DeadLetters deadLetters() {
        return new MemoryDeadLetters();
    }

    /** How far the views have read. {@code head} is the number of the last commit of the log. */
    @Bean
    public ViewPosition reading(LongSupplier head) {
        return new ViewPosition(head);
    }

    /** Reads the log into all views. */
    @Bean
    public ViewsProjection viewsProjection(
            MemoryViewDatabase library,
            DeadLetters deadLetters,
            ViewPosition viewPosition,
            Clock clock) {
        var projector = new Projector(ViewsConfiguration.VIEWS, library, deadLetters, clock);
        return new ViewsProjection(projector, library, viewPosition);
    }

    /** True unless a server is configured to keep the views. */
    public static final class WithoutServer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("colophon.mongodb.uri", "").isEmpty();
        }
    }
}
