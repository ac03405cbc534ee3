package colophon.model;

import colophon.commands.loading.SharedEventMessage;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.commands.reply.StoredReply;
import colophon.events.Recorded;
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A log in memory, for one history and one caller at a time. */
final class ShortLog implements EventStorageEngine, ReplyStore, PastEvents {

    private final List<List<EventMessage<?>>> commits = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Map<String, StoredReply> replies = new HashMap<>();

    void clear() {
        commits.clear();
        streams.clear();
        replies.clear();
    }

    /** Every commit so far, oldest first. */
    List<List<EventMessage<?>>> commits() {
        return Collections.unmodifiableList(commits);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        for (var event : events) {
            place((DomainEventMessage<?>) event);
            if (event instanceof SharedEventMessage<?> shared)
                for (var other : shared.others())
                    place(
                            new GenericDomainEventMessage<>(
                                    other.type(),
                                    other.stream(),
                                    other.sequence(),
                                    shared.getPayload(),
                                    shared.getMetaData(),
                                    shared.getIdentifier(),
                                    shared.getTimestamp()));
        }
        commits.add(List.copyOf(events));
        var root = CurrentUnitOfWork.get().root();
        root.resources().put(POSITION, (long) commits.size());
        if (root.resources().get(PENDING) instanceof Reply reply)
            replies.put(reply.commandId(), new StoredReply(reply, commits.size()));
    }

    private void place(DomainEventMessage<?> event) {
        var stream =
                streams.computeIfAbsent(event.getAggregateIdentifier(), _ -> new ArrayList<>());
        if (event.getSequenceNumber() != stream.size())
            throw new ConcurrencyException(
                    event.getAggregateIdentifier() + "@" + event.getSequenceNumber());
        stream.add(event);
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        var events = streams.getOrDefault(stream, List.of());
        return DomainEventStream.of(
                events.subList((int) Math.min(first, events.size()), events.size()));
    }

    @Override
    public List<Recorded<?>> read(long[] places) {
        var facts = new ArrayList<Recorded<?>>();
        for (long place : Arrays.stream(places).sorted().distinct().toArray())
            facts.add(at(place >> 16, (int) (place & Recorded.LAST)));
        return facts;
    }

    @Override
    public List<Recorded<?>> commit(long number) {
        var facts = new ArrayList<Recorded<?>>();
        if (number < 1 || number > commits.size()) return facts;
        int last = commits.get((int) number - 1).size() - 1;
        for (int offset = 0; offset < last; offset++) facts.add(at(number, offset));
        facts.add(at(number, Recorded.LAST));
        return facts;
    }

    private Recorded<?> at(long number, int offset) {
        var commit = commits.get((int) number - 1);
        var message = commit.get(offset == Recorded.LAST ? commit.size() - 1 : offset);
        return new Recorded<>(
                message.getPayload(),
                number,
                offset,
                message.getTimestamp(),
                String.valueOf(message.getMetaData().get("who")),
                message.getIdentifier());
    }

    @Override
    public long knownAt(Instant instant) {
        for (int known = commits.size(); known > 0; known--)
            if (!commits.get(known - 1).getFirst().getTimestamp().isAfter(instant)) return known;
        return 0;
    }

    @Override
    public @Nullable StoredReply find(String commandId) {
        return replies.get(commandId);
    }

    @Override
    public StoredReply keep(Reply reply) {
        return replies.computeIfAbsent(reply.commandId(), _ -> new StoredReply(reply, 0));
    }

    @Override
    public int forget(Instant keptBefore, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createTailToken() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createHeadToken() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        throw new UnsupportedOperationException();
    }
}
