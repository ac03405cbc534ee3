package colophon.commands.campus;

import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.commands.reply.StoredReply;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A log in memory with the guarantees of the real one: a commit is all or nothing, each sequence
 * number of a stream and each command id is used once, and a commit has a number.
 */
public final class MemoryLog extends InMemoryEventStorageEngine implements ReplyStore {

    private final Set<String> places = new HashSet<>();
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
        var taken = events.stream().map(MemoryLog::place).toList();
        for (var place : taken)
            if (places.contains(place)) throw new ConcurrencyException(place + " is taken");
        places.addAll(taken);
        commits.add(List.copyOf(events));
        if (reply != null) replies.put(reply.commandId(), new StoredReply(reply, commits.size()));
        return commits.size();
    }

    private static @Nullable Reply pending() {
        if (!CurrentUnitOfWork.isStarted()) return null;
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getResource(PENDING);
    }

    private static String place(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> placed
                ? placed.getAggregateIdentifier() + "@" + placed.getSequenceNumber()
                : event.getIdentifier();
    }
}
