package colophon.model;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.ReadAccess;
import colophon.api.access.Role;
import colophon.api.paging.FoundRecord;
import colophon.commands.erasure.ErasureExecution;
import colophon.commands.gateway.AnswerInterceptor;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.RevisionPreview;
import colophon.commands.reply.ReplyStore;
import colophon.commands.rights.CorrectionCommits;
import colophon.commands.student.KnownStudents;
import colophon.events.Recorded;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.projection.ProjectionLoop;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The whole program in this process, without a server. Requests go to the real routes, through the
 * real gate, desks and views, over a log in memory, with a clock of our own. An id that begins with
 * {@code @} belongs to the current history only.
 */
final class Town {

    /** The start of every history: the last day of 2025 in Los Angeles, New Year's Day in Tokyo. */
    static final Instant BEGIN = Instant.parse("2026-01-01T02:00:00Z");

    /** An answer; {@code reason} is null if nothing was refused. */
    record Outcome(
            int status, @Nullable String reason, Map<String, Object> body, boolean replayed) {}

    private static final AtomicLong HISTORIES = new AtomicLong();

    private final ShortLog log = new ShortLog();
    private final OwnClock clock = new OwnClock();
    private final AnnotationConfigWebApplicationContext context =
            new AnnotationConfigWebApplicationContext();
    private final MockMvc mvc;
    private final FreshViews views;
    private final JsonMapper json;
    private String mark = "";
    private int read;

    Town() {
        context.setServletContext(new MockServletContext());
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("log", log));
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("clock", clock));
        context.register(Parts.class);
        context.refresh();
        json = context.getBean(JsonMapper.class);
        views = context.getBean(FreshViews.class);
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        mvc =
                builder.addFilters(
                                context.getBeansOfType(jakarta.servlet.Filter.class)
                                        .values()
                                        .toArray(jakarta.servlet.Filter[]::new))
                        .build();
    }

    /** An empty log, empty views, and the first day again. */
    void beginHistory() {
        mark = "h" + HISTORIES.incrementAndGet() + "-";
        log.clear();
        forgetViews();
        clock.now = BEGIN;
    }

    /** Time passes. */
    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Sends a command like a client. The views have read it when this returns. */
    Outcome send(String method, String path, Map<String, Object> body, @Nullable String key) {
        var request =
                request(HttpMethod.valueOf(method), "/api/v1" + marked(path))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(marked(json.writeValueAsString(body)));
        if (key != null) request.header(CommandRequest.KEY_HEADER, marked(key));
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            readNews();
            var answer = map(response.getContentAsString(StandardCharsets.UTF_8));
            return new Outcome(
                    response.getStatus(),
                    response.getStatus() < 400 ? null : String.valueOf(answer.get("reason")),
                    answer,
                    "true".equals(response.getHeader("Idempotency-Replayed")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a query; throws unless it is 200. */
    Map<String, Object> ask(String path) {
        return map(text(path));
    }

    /** The same as text. */
    String text(String path) {
        try {
            var response =
                    mvc.perform(request(HttpMethod.GET, "/api/v1" + marked(path)))
                            .andReturn()
                            .getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            if (response.getStatus() != 200)
                throw new IllegalStateException("GET " + path + ": " + text);
            return text.replace(mark, "@");
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events so far, commit by commit. */
    List<List<EventMessage<?>>> commits() {
        return log.commits();
    }

    /** Makes new views that read the whole log at once. */
    void readAllAgain() {
        forgetViews();
        readNews();
    }

    private void forgetViews() {
        views.begin();
        read = 0;
    }

    private void readNews() {
        var commits = log.commits();
        for (; read < commits.size(); read++) {
            var commit = commits.get(read);
            for (int i = 0; i < commit.size(); i++) {
                int offset = i == commit.size() - 1 ? Recorded.LAST : i;
                var token = new GlobalSequenceTrackingToken((read + 1L) << 16 | offset);
                views.read(
                        ProjectionLoop.fact(
                                new GenericTrackedEventMessage<>(token, commit.get(i))));
            }
        }
    }

    private String marked(String text) {
        return text.replace("@", mark);
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    private Map<String, Object> map(String text) {
        if (text.isEmpty()) return Map.of();
        return json.readValue(text.replace(mark, "@"), Map.class);
    }

    private static final class OwnClock extends Clock {

        private volatile Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            var all = this;
            return new Clock() {
                @Override
                public Instant instant() {
                    return all.now;
                }

                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return all.withZone(other);
                }
            };
        }
    }

    /** Seals nothing, since this test is not about seals. */
    private static final class NoSeals implements Seals {

        @Override
        public Sealed seal(String studentId, String value) {
            return new Sealed(value);
        }

        @Override
        public @Nullable String open(String studentId, Sealed sealed) {
            return sealed.text();
        }

        @Override
        public String fingerprint(String studentId, String value) {
            return value;
        }

        @Override
        public byte @Nullable [] digest(String studentId, byte[] value) {
            return null;
        }

        @Override
        public boolean isDestroyed(String studentId) {
            return false;
        }

        @Override
        public byte[] digest(byte[] value) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(value);
            } catch (NoSuchAlgorithmException e) {
                throw new LinkageError("every Java has SHA-256", e);
            }
        }

        @Override
        public void destroy(String studentId) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan(
            basePackages = {
                "colophon.api",
                "colophon.commands",
                "colophon.views",
                "colophon.launcher.http"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            // files, imports and the description are not needed here
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "colophon[.]commands[.]imports[.].*",
                                "colophon[.]views[.]MemoryViewsConfiguration",
                                "colophon[.]launcher[.]http[.].*Description"
                            }))
    static class Parts implements WebMvcConfigurer {

        private final JsonMapper json;

        Parts(List<JsonMapperBuilderCustomizer> strictness) {
            var builder = JsonMapper.builder();
            strictness.forEach(customizer -> customizer.customize(builder));
            json = builder.build();
        }

        @Bean
        JsonMapper json() {
            return json;
        }

        @Bean
        ProcessRoles roles() {
            return new ProcessRoles(EnumSet.allOf(ProcessRole.class));
        }

        @Bean
        ViewPosition reading(LongSupplier head) {
            return new ViewPosition(head);
        }

        @Bean
        FreshViews views(Clock clock, ViewPosition position) {
            return new FreshViews(clock, position);
        }

        @Bean
        Today today(Clock clock) {
            return new Today(clock);
        }

        @Bean
        EventStore events(ShortLog log) {
            return EmbeddedEventStore.builder().storageEngine(log).build();
        }

        @Bean
        StateStore subjects(EventStore events, Clock clock) {
            return new StateStore(events, clock, 10_000);
        }

        @Bean
        Seals seals() {
            return new NoSeals();
        }

        @Bean
        Supplier<ReadAccess> sight() {
            return ReadAccess::whole;
        }

        @Bean
        CurrentActor caller() {
            var registrar = new Actor("registrar", Set.of(Role.REGISTRAR), Set.of(), null);
            return () -> Optional.of(registrar);
        }

        @Bean
        Disclosures disclosures() {
            return new Disclosures() {
                @Override
                public void record(List<Disclosure> looks) {}

                @Override
                public List<FoundRecord<Disclosure>> of(
                        String studentId, String behind, int limit) {
                    return List.of();
                }
            };
        }

        /** Nobody is erased here. */
        @Bean
        ErasureExecution erasures() {
            return _ -> {};
        }

        @Bean
        LongSupplier head(ShortLog log) {
            return () -> log.commits().size();
        }

        @Bean
        PastEvents written(ShortLog log) {
            return log;
        }

        @Bean
        RevisionPreview preview() {
            return (_, _, _) -> {
                throw new UnsupportedOperationException("no history asks for a preview");
            };
        }

        @Bean
        CorrectionCommits corrections() {
            return (_, _) -> true;
        }

        @Bean
        KnownStudents knownStudents() {
            return _ -> Set.of();
        }

        @Bean
        CommandBus bus(List<HandlesCommands> desks, JsonMapper json) {
            var bus = SimpleCommandBus.builder().build();
            bus.registerHandlerInterceptor(
                    new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider("who")));
            bus.registerHandlerInterceptor(new AnswerInterceptor(json));
            desks.forEach(desk -> new AnnotationCommandHandlerAdapter<>(desk).subscribe(bus));
            return bus;
        }

        @Bean
        CommandGateway gate(
                CommandBus bus,
                ReplyStore replies,
                Seals seals,
                CurrentActor actor,
                LongSupplier head,
                JsonMapper json) {
            return new CommandGateway(bus, replies, seals, actor, head, json);
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(new JacksonJsonHttpMessageConverter(json));
        }
    }
}
