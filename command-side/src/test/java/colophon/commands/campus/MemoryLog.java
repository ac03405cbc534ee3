package colophon.commands.campus;

import colophon.commands.loading.SharedEventMessage;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.commands.reply.StoredReply;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A log in memory with the guarantees of the real one: a commit is all or nothing, each sequence
 * number of a stream and each command id is used once, and a commit has a number.
 */
public final class MemoryLog extends InMemoryEventStorageEngine implements ReplyStore {

    private final Map<String, SortedMap<Long, DomainEventMessage<?>>> streams = new HashMap<>();
    private final List<List<EventMessage<?>>> commits = new ArrayList<>();
    private final Map<String, StoredReply> replies = new HashMap<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    /**
     * Makes the next commit fail with this exception and add nothing. A second call applies to the
     * commit after that.
     */
    public synchronized void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    /** Every commit so far, oldest first. The number of a commit is its index, counted from 1. */
    public synchronized List<List<EventMessage<?>>> commits() {
        return List.copyOf(commits);
    }

    /** The number of the newest commit. */
    public synchronized long head() {
        return commits.size();
    }

    /** The ids of the commands whose answers are kept. */
    public synchronized Set<String> answered() {
        return Set.copyOf(replies.keySet());
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        Thread.yield(); // gives an unguarded race the time to happen
        var number = take(events);
        super.appendEvents(events);
        if (CurrentUnitOfWork.isStarted())
            CurrentUnitOfWork.get().root().resources().put(POSITION, number);
    }

    @Override
    public synchronized @Nullable StoredReply find(String commandId) {
        return replies.get(commandId);
    }

    @Override
    public synchronized StoredReply keep(Reply reply) {
        return replies.computeIfAbsent(reply.commandId(), _ -> new StoredReply(reply, 0));
    }

    @Override
    public synchronized int forget(Instant keptBefore, int most) {
        throw new UnsupportedOperationException();
    }

    /** All kept answers. */
    public synchronized List<StoredReply> replies() {
        return List.copyOf(replies.values());
    }

    /** Plants an answer, to any request. */
    public synchronized void plant(StoredReply kept) {
        replies.put(kept.reply().commandId(), kept);
    }

    private synchronized long take(List<? extends EventMessage<?>> events) {
        var failure = failures.poll();
        if (failure != null) throw failure;
        var reply = pending();
        if (reply != null && replies.containsKey(reply.commandId()))
            throw new DuplicateCommandException(reply.commandId());
        var placed = events.stream().flatMap(MemoryLog::placed).toList();
        for (var event : placed)
            if (stream(event).containsKey(event.getSequenceNumber()))
                throw new ConcurrencyException(event + " has a place that is taken");
        for (var event : placed) stream(event).put(event.getSequenceNumber(), event);
        commits.add(List.copyOf(events));
        if (reply != null) replies.put(reply.commandId(), new StoredReply(reply, commits.size()));
        return commits.size();
    }

    private static @Nullable Reply pending() {
        if (!CurrentUnitOfWork.isStarted()) return null;
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getResource(PENDING);
    }

    @Override
    public synchronized DomainEventStream readEvents(String stream, long first) {
        return DomainEventStream.of(
                List.copyOf(
                        streams.getOrDefault(stream, Collections.emptySortedMap())
                                .tailMap(first)
                                .values()));
    }

    private Map<Long, DomainEventMessage<?>> stream(DomainEventMessage<?> event) {
        return streams.computeIfAbsent(event.getAggregateIdentifier(), _ -> new TreeMap<>());
    }

    /** The event at each of its places. */
    private static Stream<DomainEventMessage<?>> placed(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> own)) return Stream.of();
        if (!(event instanceof SharedEventMessage<?> shared)) return Stream.of(own);
        return Stream.concat(
                Stream.of(own),
                shared.others().stream()
                        .map(
                                place ->
                                        new GenericDomainEventMessage<>(
                                                place.type(),
                                                place.stream(),
                                                place.sequence(),
                                                shared.getPayload(),
                                                shared.getMetaData(),
                                                shared.getIdentifier(),
                                                shared.getTimestamp())));
    }
}
