package colophon.storage.axon;

import colophon.commands.loading.SharedEventMessage;
import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.storage.log.Commit;
import colophon.storage.log.CommitLog;
import colophon.storage.log.ConflictingCommitException;
import colophon.storage.log.LogEvent;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Axon's storage engine over a commit log. All events of a unit of work, nested ones included, are
 * one commit. It is appended when the unit of work commits: if a handler fails before, nothing is
 * appended. A reply under {@link ReplyStore#PENDING} in the root goes into the commit; the number
 * of the commit is put under {@link ReplyStore#POSITION}.
 */
public final class CommitLogEngine extends BatchingEventStorageEngine {

    /** The longest wait for the log. After that the outcome is reported as unknown. */
    private static final long PATIENCE_SECONDS = 30;

    private final CommitLog log;
    private final boolean firstEventsRace;
    private final String buffer = "colophon.buffer@" + System.identityHashCode(this);

    private CommitLogEngine(Builder builder) {
        super(builder);
        this.log = builder.log;
        this.firstEventsRace = builder.firstEventsRace;
    }

    /** A builder over this log. The serializers are required. */
    public static Builder over(CommitLog log) {
        return new Builder(log);
    }

    /**
     * The engine for our events over this log. It upcasts older versions, and a race for the first
     * event of a stream is a ConcurrencyException.
     */
    public static CommitLogEngine ofFacts(CommitLog log, Serializer events) {
        var builder = over(log).firstEventsRace();
        builder.eventSerializer(events).snapshotSerializer(events).upcasterChain(Upcasters.chain());
        return builder.build();
    }

    /** The log of this engine. */
    public CommitLog log() {
        return log;
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        var head = log.head();
        return head == 0 ? null : TokenPositions.token(TokenPositions.after(head));
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        var first = log.firstSince(time.toEpochMilli());
        if (first.isEmpty()) return createHeadToken();
        var commit = first.getAsLong();
        var events = log.read(commit - 1, 1).getFirst().events();
        var offset = 0;
        while (events.get(offset).timestamp() < time.toEpochMilli()) offset++;
        if (offset > 0)
            return TokenPositions.token(TokenPositions.of(commit, offset - 1, events.size()));
        return TokenPositions.token(TokenPositions.after(commit - 1));
    }

    /** The events at these places of the log, upcast and decoded, in that order. */
    List<TrackedEventMessage<?>> at(long[] places) {
        var stored = log.at(places);
        var tracked =
                IntStream.range(0, places.length)
                        .<TrackedEventData<?>>mapToObj(
                                i ->
                                        new TrackedDomainEventData<>(
                                                TokenPositions.token(places[i]),
                                                StoredEventEntry.own(stored.get(i))));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        tracked, getEventSerializer(), upcasterChain)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.lastSequence(stream).stream().boxed().findFirst();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        if (!CurrentUnitOfWork.isStarted()) {
            append(List.copyOf(events), serializer, null);
            return;
        }
        // Axon calls this while the unit of work prepares to commit, possibly more than once, and
        // later steps may still fail. So events are only gathered here, and appended on commit.
        var root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> gathered =
                root.getOrComputeResource(
                        buffer,
                        _ -> {
                            List<EventMessage<?>> empty = new ArrayList<>();
                            root.onCommit(_ -> append(root, empty, serializer));
                            return empty;
                        });
        gathered.addAll(events);
    }

    /** Refused: streams are short, and a state that is stored beside its events can differ. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the log has no snapshots");
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long first, int most) {
        return log.stream(stream, first, most).stream()
                .map(event -> StoredEventEntry.in(stream, event))
                .toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken token, int most) {
        var position = TokenPositions.of(token);
        var after =
                TokenPositions.isLast(position)
                        ? TokenPositions.commit(position)
                        : TokenPositions.commit(position) - 1;
        var tracked = new ArrayList<TrackedEventData<?>>();
        for (var commit : log.read(after, most)) {
            var events = commit.events();
            for (var i = 0; i < events.size(); i++) {
                var at = TokenPositions.of(commit.number(), i, events.size());
                if (at > position)
                    tracked.add(
                            new TrackedDomainEventData<>(
                                    TokenPositions.token(at), StoredEventEntry.own(events.get(i))));
            }
        }
        return tracked;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }

    private void append(UnitOfWork<?> root, List<EventMessage<?>> events, Serializer serializer) {
        Reply reply = root.getResource(ReplyStore.PENDING);
        root.resources().put(ReplyStore.POSITION, append(events, serializer, reply));
    }

    private long append(
            List<EventMessage<?>> events, Serializer serializer, @Nullable Reply reply) {
        try {
            var stored = events.stream().map(event -> event(event, serializer)).toList();
            return await(log.appendHere(Commit.of(stored, reply)));
        } catch (ConflictingCommitException lost) {
            throw lost(lost, events.get(lost.index()));
        }
    }

    private RuntimeException lost(ConflictingCommitException lost, EventMessage<?> event) {
        if (firstEventsRace)
            return new ConcurrencyException("Another writer was first: " + lost.getMessage(), lost);
        handlePersistenceException(lost, event);
        return lost;
    }

    private long await(CompletableFuture<Long> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            throw new OutcomeUnknownException("The event log did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknownException("Interrupted while the event log was writing", e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new OutcomeUnknownException("The event log failed", e);
    }

    private static LogEvent event(EventMessage<?> message, Serializer serializer) {
        var event = EventUtils.asDomainEventMessage(message);
        var payload = message.serializePayload(serializer, byte[].class);
        var metadata = message.serializeMetaData(serializer, byte[].class);
        return new LogEvent(
                places(event),
                message.getIdentifier(),
                message.getTimestamp().toEpochMilli(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    private static List<StreamPlace> places(DomainEventMessage<?> event) {
        var own =
                new StreamPlace(
                        event.getAggregateIdentifier(), event.getSequenceNumber(), event.getType());
        if (!(event instanceof SharedEventMessage<?> shared)) return List.of(own);
        var places = new ArrayList<>(List.of(own));
        places.addAll(shared.others());
        return places;
    }

    /** Settings of the engine, in addition to those of every Axon engine. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final CommitLog log;
        private boolean firstEventsRace;

        private Builder(CommitLog log) {
            this.log = log;
            batchSize(2_048);
            persistenceExceptionResolver(e -> e instanceof ConflictingCommitException);
        }

        /**
         * Makes a race for the first event of a stream a ConcurrencyException, which is retried,
         * instead of Axon's AggregateStreamCreationException.
         */
        public Builder firstEventsRace() {
            firstEventsRace = true;
            return this;
        }

        /** Builds the engine. */
        public CommitLogEngine build() {
            return new CommitLogEngine(this);
        }
    }
}
