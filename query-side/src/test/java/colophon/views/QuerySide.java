package colophon.views;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.ReadAccess;
import colophon.api.access.Role;
import colophon.api.json.ApiJson;
import colophon.events.InstitutionLimits;
import colophon.events.Recorded;
import colophon.events.privacy.Seals;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.projection.ProjectionLoop;
import colophon.views.reading.table.TableConfiguration;

import jakarta.servlet.Filter;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The whole query side without a server: it takes commits and answers HTTP requests. */
public final class QuerySide {

    /** Half past noon of 2026-06-01 in New York. */
    public static final Instant NOW = Instant.parse("2026-06-01T16:30:00Z");

    private static final AtomicLong HEAD = new AtomicLong();
    private static final WrittenLog LOG = new WrittenLog();
    private static final Hands CLOCK = new Hands();
    private static final PlainSeals SEALS = new PlainSeals();
    private static final AtomicReference<ReadAccess> SIGHT =
            new AtomicReference<>(ReadAccess.whole());
    private static final MemoryDisclosures LOOKS = new MemoryDisclosures();

    /** A registrar; the default in most tests. */
    public static final Actor REGISTRAR = new Actor("r-1", Set.of(Role.REGISTRAR), Set.of(), null);

    private final AtomicLong position = new AtomicLong();
    private boolean reads = true;
    private String limits = "";

    private QuerySide() {}

    /** A world without events. */
    public static QuerySide empty() {
        Shared.ONLY.views.begin();
        SEALS.forgetDestruction();
        LOOKS.begin();
        HEAD.set(0);
        LOG.clear();
        SIGHT.set(ReadAccess.whole());
        CLOCK.time = NOW;
        return new QuerySide();
    }

    /** Records events as one commit, reads them into the views, and returns the commit's number. */
    public long commit(Object... events) {
        long number = position.incrementAndGet();
        HEAD.set(number);
        for (int i = 0; i < events.length; i++)
            deliver(events[i], number, i == events.length - 1 ? Recorded.LAST : i);
        return number;
    }

    /** The same, recorded at that instant. The clock stays there. */
    public long commitAt(Instant instant, Object... events) {
        CLOCK.time = instant;
        long number = position.incrementAndGet();
        HEAD.set(number);
        for (int i = 0; i < events.length; i++)
            deliver(events[i], number, i == events.length - 1 ? Recorded.LAST : i, instant);
        return number;
    }

    /** Later commits are recorded by an account limited to these institutions, or not limited. */
    public void isWrittenAt(String... institutionIds) {
        limits = InstitutionLimits.text(List.of(institutionIds));
    }

    /** Sets the clock. */
    public void now(Instant instant) {
        CLOCK.time = instant;
    }

    /** Later queries are sent by a viewer with this access. */
    public void isAskedBy(ReadAccess access) {
        SIGHT.set(access);
    }

    /** Later commits are recorded, but not read into the views. */
    public void readsNothingMore() {
        reads = false;
    }

    /** Everything recorded so far. */
    public List<Recorded<?>> log() {
        return LOG.all();
    }

    /** Delivers one event to the projection, as Axon does. */
    public void deliver(Object event, long commit, int offset) {
        deliver(event, new GlobalSequenceTrackingToken(commit << 16 | offset), commit, offset);
    }

    /** The same with all metadata of a recorded event, except for the offset. */
    public void deliver(Recorded<?> fact, int offset) {
        HEAD.set(fact.position());
        deliver(
                fact.event(),
                new GlobalSequenceTrackingToken(fact.position() << 16 | offset),
                fact.eventId(),
                fact.recordedAt());
    }

    private void deliver(Object event, long commit, int offset, Instant recordedAt) {
        var token = new GlobalSequenceTrackingToken(commit << 16 | offset);
        deliver(event, token, "event-" + commit + "-" + offset, recordedAt);
    }

    /** The same with a token that Axon has wrapped into another one. */
    public void deliver(Object event, TrackingToken token, long commit, int offset) {
        deliver(
                event,
                token,
                "event-" + commit + "-" + offset,
                NOW.minusSeconds(86_400).plusSeconds(commit));
    }

    private void deliver(Object event, TrackingToken token, String id, Instant recordedAt) {
        var message =
                new GenericEventMessage<>(
                        id,
                        event,
                        MetaData.with("who", "registrar@example.org")
                                .and(InstitutionLimits.KEY, limits),
                        recordedAt);
        var fact = ProjectionLoop.fact(new GenericTrackedEventMessage<>(token, message));
        if (reads) Shared.ONLY.views.read(fact);
        LOG.add(fact);
    }

    /** A GET of a path below /api/v1. */
    public ResultActions ask(String path) throws Exception {
        return ask(get("/api/v1" + path));
    }

    public ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return Shared.ONLY.mvc.perform(request);
    }

    /** The body of a GET of a path below /api/v1. */
    public String answer(String path) throws Exception {
        return ask(path).andReturn().getResponse().getContentAsString();
    }

    /** A bean of the query side. */
    public <T> T bean(String name, Class<T> type) {
        return Shared.ONLY.context.getBean(name, type);
    }

    public ViewSnapshot snapshot() {
        return Shared.ONLY.context.getBean(ViewDatabase.class).snapshot();
    }

    public DeadLetters deadLetters() {
        return Shared.ONLY.context.getBean(DeadLetters.class);
    }

    /** Later queries are sent by this account. */
    public void asks(Actor one) {
        LOOKS.asking = one;
    }

    /** The recorded disclosures. */
    public MemoryDisclosures looks() {
        return LOOKS;
    }

    public PlainSeals seals() {
        return SEALS;
    }

    private static final class Shared {

        static final Shared ONLY = new Shared();

        final AnnotationConfigWebApplicationContext context =
                new AnnotationConfigWebApplicationContext();
        final FreshViews views;
        final MockMvc mvc;

        Shared() {
            context.setServletContext(new MockServletContext());
            context.register(Outside.class, Mvc.class);
            context.refresh();
            views = context.getBean(FreshViews.class);
            DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
            mvc = builder.addFilters(context.getBean(Filter.class)).build();
        }
    }

    /** Stands for Spring Boot, which uses the registrations it finds. */
    @Configuration
    static class Mvc extends DelegatingWebMvcConfiguration {

        @Override
        protected RequestMappingHandlerAdapter createRequestMappingHandlerAdapter() {
            return new TableConfiguration().getRequestMappingHandlerAdapter();
        }
    }

    @Configuration
    @ComponentScan(
            basePackages = "colophon.views",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = MemoryViewsConfiguration.class))
    static class Outside implements WebMvcConfigurer {

        @Bean
        ViewPosition reading(LongSupplier head) {
            return new ViewPosition(head);
        }

        @Bean
        FreshViews views(ViewPosition position) {
            return new FreshViews(CLOCK, position);
        }

        @Bean
        LongSupplier head() {
            return HEAD::get;
        }

        @Bean
        Seals seals() {
            return SEALS;
        }

        @Bean
        CurrentActor asker() {
            return () -> Optional.of(LOOKS.asking);
        }

        @Bean
        Disclosures disclosures() {
            return LOOKS;
        }

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        Supplier<ReadAccess> sight() {
            return SIGHT::get;
        }

        @Bean
        PastEvents log() {
            return LOG;
        }

        @Bean
        JsonMapper mapper() {
            var builder = JsonMapper.builder();
            new ApiJson().customize(builder);
            return builder.build();
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper()));
        }
    }

    /** A clock that tests set. */
    private static final class Hands extends Clock {

        private volatile Instant time = NOW;

        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
