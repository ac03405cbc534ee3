package colophon.commands.loading;

import colophon.commands.loading.StreamType.StreamId;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Loads the states of streams, and publishes what was decided about several of them in one unit of
 * work, so in one commit.
 *
 * <p>States are immutable and are cached with their version. Reading takes no lock, so that
 * commands that only refer to a stream do not wait for each other. A command that appends to a
 * stream locks it first, which excludes others in this process. The log checks the version at the
 * commit, which excludes other processes.
 */
public final class StateStore implements States {

    private static final String STAGED = "colophon.subjects";
    private static final int STRIPES = 4096;

    private final EventStore events;
    private final Clock clock;
    private final Cache<String, Versioned> known;
    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    /**
     * How often states were dropped, by stripe. A state read before a drop is not cached after it.
     */
    private final AtomicIntegerArray forgotten = new AtomicIntegerArray(STRIPES);

    /**
     * @param events the store of the events
     * @param clock gives the time of recording
     * @param capacity most states in the cache
     */
    public StateStore(EventStore events, Clock clock, long capacity) {
        this.events = events;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(capacity).build();
        Arrays.setAll(locks, _ -> new ReentrantLock());
    }

    /**
     * Makes this unit of work the only one in this process that appends to these streams, until it
     * ends. Call it once per unit of work, before reading the states to decide on. It takes all
     * locks in one order, so that two units of work never deadlock.
     */
    public void lock(StreamId<?, ?>... streams) {
        var unit = CurrentUnitOfWork.get();
        Arrays.stream(streams)
                .mapToInt(stream -> stripe(stream.name()))
                .sorted()
                .distinct()
                .forEach(stripe -> hold(locks[stripe], unit));
    }

    /**
     * Locks the streams that a decision may append to. They can only be read before they are
     * locked, so they are read again afterwards. Throws ConcurrencyException if there are more by
     * then, so that the command is tried again.
     */
    public void lock(Supplier<? extends Collection<StreamId<?, ?>>> streams) {
        var locked = Set.copyOf(streams.get());
        lock(locked.toArray(StreamId<?, ?>[]::new));
        if (!locked.containsAll(streams.get()))
            throw new ConcurrencyException("There are more streams than were locked");
    }

    @Override
    public <S, E> S read(StreamId<S, E> stream) {
        return state(load(stream));
    }

    /** The metadata of the first event of a stream; empty if it has no events. */
    public Map<String, ?> origin(StreamId<?, ?> stream) {
        try (var past = events.readEvents(stream.name()).asStream()) {
            return past.findFirst()
                    .<Map<String, ?>>map(first -> first.getMetaData())
                    .orElse(Map.of());
        }
    }

    @Override
    public <E> void append(List<StreamId<?, ? super E>> streams, List<? extends E> decided) {
        for (E event : decided) {
            var unit = CurrentUnitOfWork.get().root();
            var places = streams.stream().map(stream -> place(stream, event, unit)).toList();
            var own = message(places.getFirst(), event, recordedAt(unit));
            events.publish(
                    places.size() == 1
                            ? own
                            : new SharedEventMessage<>(own, places.subList(1, places.size())));
        }
    }

    /** The next place in the stream, whose state has evolved by the event. */
    private <S, E> StreamPlace place(StreamId<S, E> stream, E event, UnitOfWork<?> unit) {
        var before = load(stream);
        S state = stream.subject().evolve().apply(state(before), event);
        var version = before.version() + 1;
        staged(unit).put(stream.name(), new Versioned(version, state, before.age()));
        return new StreamPlace(stream.name(), version, stream.subject().type());
    }

    /** Drops a cached state older than this event, which another process wrote. */
    void forgetOlder(String stream, long sequence) {
        // first, so that a state being read right now is not cached
        forgotten.incrementAndGet(stripe(stream));
        known.asMap()
                .computeIfPresent(stream, (_, state) -> state.version() >= sequence ? state : null);
    }

    /** Drops all cached states, because too many events of other processes are unknown. */
    void forgetAll() {
        for (int stripe = 0; stripe < STRIPES; stripe++) forgotten.incrementAndGet(stripe);
        known.invalidateAll();
    }

    private static void hold(ReentrantLock lock, UnitOfWork<?> unit) {
        lock.lock();
        unit.onCleanup(_ -> lock.unlock());
    }

    private <S, E> Versioned load(StreamId<S, E> stream) {
        if (CurrentUnitOfWork.isStarted()) {
            var staged = staged(CurrentUnitOfWork.get().root()).get(stream.name());
            if (staged != null) return staged;
        }
        var age = forgotten.get(stripe(stream.name())); // before the events are read
        var cached = known.getIfPresent(stream.name());
        return cached != null ? cached.at(age) : remember(stream.name(), replay(stream, age));
    }

    @SuppressWarnings("unchecked") // a stream holds the events of its own subject only
    private <S, E> Versioned replay(StreamId<S, E> stream, int age) {
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

    /** Never replaces a newer cached state with one read before a commit. */
    private Versioned remember(String name, Versioned read) {
        var kept = known.asMap().compute(name, (_, there) -> newer(name, there, read));
        return kept == null ? read : kept.at(read.age());
    }

    private @Nullable Versioned newer(String name, @Nullable Versioned there, Versioned read) {
        if (there != null && there.version() >= read.version()) return there;
        return forgotten.get(stripe(name)) == read.age() ? read : null;
    }

    private static <E> GenericDomainEventMessage<E> message(
            StreamPlace place, E event, Instant at) {
        return new GenericDomainEventMessage<>(
                place.type(),
                place.stream(),
                place.sequence(),
                event,
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

    /** One instant for the whole commit, since its events are recorded together. */
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
     * A state and the sequence number of its last event, -1 if there is none. {@code age} is the
     * count in {@link #forgotten} when it was read.
     */
    private record Versioned(long version, Object state, int age) {

        Versioned at(int age) {
            return new Versioned(version, state, age);
        }
    }
}
