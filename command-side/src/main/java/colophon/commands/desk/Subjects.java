package colophon.commands.desk;

import colophon.commands.desk.Subject.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Loads subjects, and publishes what was decided about several of them in one unit of work, so in
 * one commit.
 *
 * <p>States are immutable and kept with their version. Reading takes no lock: facts that only refer
 * to a subject must not wait for each other. Whoever is going to append to a subject locks it first
 * (one process) and is checked by the log when it commits (all processes).
 */
public final class Subjects {

    private static final String STAGED = "colophon.subjects";
    private static final int STRIPES = 4096;

    private final EventStore events;
    private final Clock clock;
    private final Cache<String, Versioned> known;
    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    /** How often something was forgotten, by stripe: what was read before is not remembered. */
    private final AtomicIntegerArray forgotten = new AtomicIntegerArray(STRIPES);

    /**
     * @param events where the events of the subjects are
     * @param clock gives the time of recording
     * @param capacity how many states are remembered at most
     */
    public Subjects(EventStore events, Clock clock, long capacity) {
        this.events = events;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(capacity).build();
        Arrays.setAll(locks, _ -> new ReentrantLock());
    }

    /**
     * Makes this unit of work the only one of the process that appends to these subjects, until it
     * ends. Called once per unit of work, before the states that decide are read: all locks are
     * taken in one order, so two decisions never wait for each other.
     */
    public void lock(Stream<?, ?>... streams) {
        var unit = CurrentUnitOfWork.get();
        Arrays.stream(streams)
                .mapToInt(stream -> stripe(stream.name()))
                .sorted()
                .distinct()
                .forEach(stripe -> hold(locks[stripe], unit));
    }

    /** The state of a subject; its initial state if nothing happened to it yet. */
    public <S, E> S read(Stream<S, E> stream) {
        return state(load(stream));
    }

    /** What the log keeps of how a subject began; nothing of one that has not. */
    public Map<String, ?> origin(Stream<?, ?> stream) {
        try (var past = events.readEvents(stream.name()).asStream()) {
            return past.findFirst()
                    .<Map<String, ?>>map(first -> first.getMetaData())
                    .orElse(Map.of());
        }
    }

    /** Publishes what was decided about one subject; an empty list changes nothing. */
    public <S, E> void append(Stream<S, E> stream, List<? extends E> decided) {
        if (decided.isEmpty()) return;
        var unit = CurrentUnitOfWork.get().root();
        var before = load(stream);
        S state = state(before);
        long version = before.version();
        for (E fact : decided) {
            state = stream.subject().evolve().apply(state, fact);
            events.publish(message(stream, ++version, fact, recordedAt(unit)));
        }
        staged(unit).put(stream.name(), new Versioned(version, state, before.age()));
    }

    /**
     * Somebody else wrote an event with this sequence number: a state before it is worth nothing.
     */
    void forgetOlder(String stream, long sequence) {
        forgotten.incrementAndGet(stripe(stream)); // first: what is being read now comes too late
        known.asMap()
                .computeIfPresent(stream, (_, state) -> state.version() >= sequence ? state : null);
    }

    /** Nobody knows what others wrote. */
    void forgetAll() {
        for (int stripe = 0; stripe < STRIPES; stripe++) forgotten.incrementAndGet(stripe);
        known.invalidateAll();
    }

    private static void hold(ReentrantLock lock, UnitOfWork<?> unit) {
        lock.lock();
        unit.onCleanup(_ -> lock.unlock());
    }

    private <S, E> Versioned load(Stream<S, E> stream) {
        if (CurrentUnitOfWork.isStarted()) {
            var staged = staged(CurrentUnitOfWork.get().root()).get(stream.name());
            if (staged != null) return staged;
        }
        var age = forgotten.get(stripe(stream.name())); // before anything is read
        var cached = known.getIfPresent(stream.name());
        return cached != null ? cached.at(age) : remember(stream.name(), replay(stream, age));
    }

    @SuppressWarnings("unchecked") // a stream holds the events of its own subject only
    private <S, E> Versioned replay(Stream<S, E> stream, int age) {
        S state = stream.subject().initial();
        long version = -1;
        var past = events.readEvents(stream.name());
        while (past.hasNext()) {
            var message = past.next();
            state = stream.subject().evolve().apply(state, (E) message.getPayload());
            version = message.getSequenceNumber();
        }
        return new Versioned(version, state, age);
    }

    /** Never lets an older state, read before somebody's commit, replace the newer one. */
    private Versioned remember(String name, Versioned read) {
        var kept = known.asMap().compute(name, (_, there) -> newer(name, there, read));
        return kept == null ? read : kept.at(read.age());
    }

    private @Nullable Versioned newer(String name, @Nullable Versioned there, Versioned read) {
        if (there != null && there.version() >= read.version()) return there;
        return forgotten.get(stripe(name)) == read.age() ? read : null;
    }

    private <E> GenericDomainEventMessage<E> message(
            Stream<?, E> stream, long sequence, E fact, Instant at) {
        return new GenericDomainEventMessage<>(
                stream.subject().type(),
                stream.name(),
                sequence,
                fact,
                MetaData.from(CurrentUnitOfWork.correlationData()), // who sent the command
                IdentifierFactory.getInstance().generateIdentifier(),
                at);
    }

    private Map<String, Versioned> staged(UnitOfWork<?> root) {
        return root.getOrComputeResource(STAGED, _ -> stage(root));
    }

    private Map<String, Versioned> stage(UnitOfWork<?> root) {
        Map<String, Versioned> staged = new HashMap<>();
        root.afterCommit(_ -> staged.forEach(this::remember));
        root.onRollback(_ -> known.invalidateAll(staged.keySet()));
        return staged;
    }

    /** One instant for the whole commit: its events were recorded together. */
    private Instant recordedAt(UnitOfWork<?> root) {
        return root.getOrComputeResource(STAGED + ".at", _ -> clock.instant());
    }

    @SuppressWarnings("unchecked") // put there under the name of the same stream
    private static <S> S state(Versioned versioned) {
        return (S) versioned.state();
    }

    private static int stripe(String name) {
        return Math.floorMod(name.hashCode(), STRIPES);
    }

    /**
     * The state after the event with this sequence number, -1 before the first; and how often its
     * stripe had been forgotten when it was read.
     */
    private record Versioned(long version, Object state, int age) {

        Versioned at(int age) {
            return new Versioned(version, state, age);
        }
    }
}
