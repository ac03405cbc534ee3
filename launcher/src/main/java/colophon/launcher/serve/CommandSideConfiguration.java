package colophon.launcher.serve;

import colophon.api.access.CurrentActor;
import colophon.commands.gateway.AccessCheck;
import colophon.commands.gateway.AnswerInterceptor;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.WriteQuota;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.reply.ReplyStore;
import colophon.events.InstitutionLimits;
import colophon.events.privacy.Seals;
import colophon.storage.Storage;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The command side. Axon is configured by hand. Its Spring Boot starter orders itself by class
 * names of an older Spring Boot and would silently leave parts out.
 */
@Configuration(proxyBeanMethods = false)
class CommandSideConfiguration {

    /** The most states that are cached, at some hundred bytes each. */
    private static final long SUBJECTS = 100_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Today today(Clock clock) {
        return new Today(clock);
    }

    @Bean
    StateStore subjects(EventStore events, Clock clock) {
        return new StateStore(events, clock, SUBJECTS);
    }

    /**
     * Copies the sender of a command, the student they act for, and their limits to every event it
     * leads to.
     */
    @Bean
    CommandBus commandBus(List<HandlesCommands> desks, JsonMapper json) {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(
                        new SimpleCorrelationDataProvider("who", "behalf", InstitutionLimits.KEY)));
        bus.registerHandlerInterceptor(new AnswerInterceptor(json));
        desks.forEach(desk -> new AnnotationCommandHandlerAdapter<>(desk).subscribe(bus));
        return bus;
    }

    @Bean
    CommandGateway commandGate(
            CommandBus bus,
            ReplyStore replies,
            Seals seals,
            CurrentActor actor,
            LongSupplier head,
            Barrier barrier,
            AccessCheck accessCheck,
            WriteQuota quota,
            JsonMapper json) {
        return new CommandGateway(
                bus, replies, seals, actor, head, barrier, accessCheck, quota, json);
    }

    /** It runs before all rules, so that no rule needs a clock. */
    @Bean
    WriteQuota quota(
            Storage storage,
            Clock clock,
            @Value("${colophon.limits.own-writes-per-day}") int ofDay,
            @Value("${colophon.limits.own-writes-in-all}") long inAll) {
        return new WriteQuota(storage.ownWrites(), clock, ofDay, inAll);
    }
}
