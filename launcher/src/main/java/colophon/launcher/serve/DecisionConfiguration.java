package colophon.launcher.serve;

import colophon.commands.desk.AnswerInterceptor;
import colophon.commands.desk.Barrier;
import colophon.commands.desk.Caller;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Quota;
import colophon.commands.desk.Reach;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.reply.Replies;
import colophon.events.Limits;
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
class DecisionConfiguration {

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
    Subjects subjects(EventStore events, Clock clock) {
        return new Subjects(events, clock, SUBJECTS);
    }

    /**
     * Copies the sender of a command, the student they act for, and their limits to every event it
     * leads to.
     */
    @Bean
    CommandBus commandBus(List<Desk> desks, JsonMapper json) {
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(
                        new SimpleCorrelationDataProvider("who", "behalf", Limits.KEY)));
        bus.registerHandlerInterceptor(new AnswerInterceptor(json));
        desks.forEach(desk -> new AnnotationCommandHandlerAdapter<>(desk).subscribe(bus));
        return bus;
    }

    @Bean
    CommandGate commandGate(
            CommandBus bus,
            Replies replies,
            Seals seals,
            Caller caller,
            LongSupplier head,
            Barrier barrier,
            Reach reach,
            Quota quota,
            JsonMapper json) {
        return new CommandGate(bus, replies, seals, caller, head, barrier, reach, quota, json);
    }

    /** It runs before all rules, so that no rule needs a clock. */
    @Bean
    Quota quota(
            Storage storage,
            Clock clock,
            @Value("${colophon.limits.own-writes-per-day}") int ofDay,
            @Value("${colophon.limits.own-writes-in-all}") long inAll) {
        return new Quota(storage.ownWrites(), clock, ofDay, inAll);
    }
}
