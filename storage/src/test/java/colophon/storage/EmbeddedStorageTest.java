package colophon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.events.offering.SeatTaken;
import colophon.events.student.CandidacyDeclared;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The whole storage as the launcher uses it: units of work write, processors read. */
@Tag("io")
@SuppressWarnings("NullAway.Init")
class EmbeddedStorageTest {

    private static final Path EVENTS = Path.of("src/test/resources/events");

    @TempDir private Path path;
    private EmbeddedStorage storage;

    @BeforeEach
    void open() {
        storage = EmbeddedStorage.open(path);
    }

    @AfterEach
    void close() {
        while (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().rollback();
        storage.close();
    }

    @Test
    void a_unit_of_work_over_two_streams_is_one_commit_and_says_its_number() {
        var work = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("a", 0), seat("b", 0));
        work.commit();
        assertThat(storage.head()).isEqualTo(1);
        assertThat(work.<Long>getResource(ReplyStore.POSITION)).isEqualTo(1);
        assertThat(storage.log().read(0, 9).getFirst().events()).hasSize(2);
    }

    @Test
    void an_event_of_an_older_version_is_read_as_what_it_is_today() throws Exception {
        var old = Files.readAllBytes(EVENTS.resolve("CandidacyDeclared.v1.json"));
        var stored =
                new LogEvent(
                        List.of(new StreamPlace("student:student-1", 0, "student")),
                        "event-1",
                        0,
                        "CandidacyDeclared",
                        "1",
                        old,
                        "{}".getBytes(UTF_8));
        storage.log().append(Commit.of(List.of(stored), null)).join();

        var read = storage.eventStore().readEvents("student:student-1");
        assertThat(read.next().getPayload())
                .isEqualTo(
                        new CandidacyDeclared(
                                "student-1",
                                "certificate-1",
                                "program-1",
                                "institution-1",
                                1,
                                true,
                                null,
                                LocalDate.of(2026, 9, 14)));
    }

    @Test
    void nested_units_of_work_are_part_of_the_commit_of_their_root_in_order() {
        var root = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("x", 0));
        var nested = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("y", 0));
        nested.commit();
        storage.eventStore().publish(seat("x", 1));
        root.commit();
        assertThat(storage.log().read(0, 9))
                .singleElement()
                .satisfies(
                        commit ->
                                assertThat(commit.events())
                                        .extracting(event -> event.stream() + event.sequence())
                                        .containsExactly("x0", "y0", "x1"));
    }

    @Test
    void a_nested_unit_of_work_that_is_rolled_back_leaves_nothing() {
        var root = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("x", 0));
        var nested = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("y", 0));
        nested.rollback();
        root.commit();
        assertThat(storage.log().read(0, 9).getFirst().events()).hasSize(1);
    }

    @Test
    void a_handler_that_fails_before_the_commit_leaves_nothing() {
        var work = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("x", 0));
        work.onPrepareCommit(
                _ -> {
                    throw new IllegalStateException("later handler");
                });
        assertThatThrownBy(work::commit).isInstanceOf(IllegalStateException.class);
        assertThat(storage.head()).isZero();
    }

    @Test
    void what_a_subscribed_processor_publishes_is_in_the_same_commit() {
        var store = storage.eventStore();
        var registration =
                store.subscribe(
                        events -> {
                            if (stream(events.getFirst()).equals("x")) store.publish(seat("y", 0));
                        });
        var work = DefaultUnitOfWork.startAndGet(null);
        store.publish(seat("x", 0));
        work.commit();
        assertThat(registration.cancel()).isTrue();
        assertThat(storage.log().read(0, 9).getFirst().events()).hasSize(2);
    }

    @Test
    void what_is_published_too_late_to_be_appended_fails_the_commit() {
        var work = DefaultUnitOfWork.startAndGet(null);
        storage.eventStore().publish(seat("x", 0));
        work.onPrepareCommit(_ -> storage.eventStore().publish(seat("x", 1)));
        assertThatThrownBy(work::commit).isInstanceOf(EventStoreException.class);
        assertThat(storage.head()).isZero();
    }

    @Test
    void the_reply_travels_in_the_commit_and_a_second_one_is_a_duplicate() {
        commit(reply("command-1"), seat("x", 0));
        var kept = Objects.requireNonNull(storage.replies().find("command-1"));
        assertThat(kept.position()).isEqualTo(1);
        assertThat(kept.reply().body()).isEqualTo("body".getBytes(UTF_8));
        assertThatThrownBy(() -> commit(reply("command-1"), seat("x", 1)))
                .isInstanceOf(DuplicateCommandException.class);
        assertThat(storage.head()).isEqualTo(1);
    }

    @Test
    void a_race_is_a_concurrency_exception_for_the_first_event_of_a_stream_too() {
        storage.eventStore().publish(seat("x", 0));
        storage.eventStore().publish(seat("x", 1));
        assertThatThrownBy(() -> storage.eventStore().publish(seat("x", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> storage.eventStore().publish(seat("x", 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_token_ahead_of_the_log_is_refused() {
        storage.eventStore().publish(seat("x", 0));
        assertThatThrownBy(
                        () ->
                                storage.eventStore()
                                        .openStream(new GlobalSequenceTrackingToken(2L << 16)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("ahead of the log");
        try (var stream = storage.eventStore().openStream(storage.eventStore().createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void a_second_opening_of_the_directory_is_refused_and_the_next_one_is_not() {
        assertThatThrownBy(() -> EmbeddedStorage.open(path))
                .isInstanceOf(LogRefusedException.class)
                .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
        storage.eventStore().publish(seat("x", 0));
        storage.close();
        storage = EmbeddedStorage.open(path);
        assertThat(storage.head()).isEqualTo(1);
    }

    /** Otherwise a processor would only look every half second. */
    @Test
    void a_stream_says_by_itself_that_there_is_something_to_read() throws InterruptedException {
        var said = new Semaphore(0);
        try (var stream = storage.eventStore().openStream(null)) {
            assertThat(stream.setOnAvailableCallback(said::release)).isTrue();
            for (var i = 0; i < 30; i++) {
                assertThat(stream.hasNextAvailable()).isFalse();
                said.drainPermits();
                storage.eventStore().publish(seat("x", i));
                assertThat(said.tryAcquire(5, TimeUnit.MINUTES)).isTrue();
                assertThat(stream.nextAvailable()).isNotNull();
            }
        }
    }

    @Test
    void a_pooled_processor_gets_each_event_and_replays_after_a_reset() {
        var handled = new CopyOnWriteArrayList<String>();
        var executor = Executors.newScheduledThreadPool(2);
        var processor = processor(handled, executor);
        processor.start();
        for (var i = 0; i < 30; i++) storage.eventStore().publish(seat("x", i));
        await().atMost(Duration.ofMinutes(5)).until(() -> handled.size() == 30);

        await().atMost(Duration.ofMinutes(5)).until(() -> token(processor) != null);
        processor.shutDown();
        processor.resetTokens();
        handled.clear();
        processor.start();
        await().atMost(Duration.ofMinutes(5)).until(() -> handled.size() == 30);
        storage.eventStore().publish(seat("x", 30));
        await().atMost(Duration.ofMinutes(5)).until(() -> handled.size() == 31);
        assertThat(handled.subList(0, 30)).allMatch(event -> event.endsWith("again"));
        assertThat(handled.getLast()).endsWith("30 new");
        processor.shutDown();
        executor.shutdownNow();
    }

    private PooledStreamingEventProcessor processor(
            List<String> handled, ScheduledExecutorService executor) {
        var handler =
                new Object() {
                    @EventHandler
                    void on(SeatTaken event, ReplayStatus status, @SequenceNumber long sequence) {
                        var again = status.isReplay() ? " again" : " new";
                        handled.add(event.offeringId() + sequence + again);
                    }
                };
        var invoker = SimpleEventHandlerInvoker.builder().eventHandlers(handler).build();
        return PooledStreamingEventProcessor.builder()
                .name("p")
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(storage.eventStore())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .initialToken(_ -> null)
                .build();
    }

    private static @Nullable Object token(PooledStreamingEventProcessor processor) {
        var status = processor.processingStatus().get(0);
        return status == null ? null : status.getTrackingToken();
    }

    private void commit(Reply reply, DomainEventMessage<?>... events) {
        var work = DefaultUnitOfWork.startAndGet(null);
        work.resources().put(ReplyStore.PENDING, reply);
        storage.eventStore().publish(new ArrayList<>(List.of(events)));
        work.commit();
    }

    private static Reply reply(String command) {
        return new Reply(
                command, new byte[] {1, 2}, 201, "application/json", "body".getBytes(UTF_8));
    }

    private static DomainEventMessage<?> seat(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Offering", stream, sequence, new SeatTaken(stream, "e" + sequence, "s"));
    }

    private static String stream(EventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }
}
