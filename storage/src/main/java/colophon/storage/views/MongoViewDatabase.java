package colophon.storage.views;

import colophon.events.Recorded;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.WritableViewDatabase;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.projection.Segment;

import com.mongodb.client.MongoDatabase;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One generation of all views in MongoDB. A writer has an instance of its own: it writes saved
 * records when it publishes, each only if no other process has written the record since it was
 * read. Readers share one instance. {@link #moveTo} tells them how far the writers have come, and
 * what they read then is at least as new.
 */
public final class MongoViewDatabase implements WritableViewDatabase {

    private final Map<String, ViewCollection<?>> collections = new LinkedHashMap<>();
    private final Map<String, MongoViewStore<?>> stores = new LinkedHashMap<>();
    private final Map<String, Long> refreshed = new HashMap<>();
    private final List<View<?>> small;
    private final Function<ZoneId, LocalDate> today;
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final MemoryViewDatabase catalog;
    private volatile ViewSnapshot catalogEdition;
    private final int generation;
    private volatile long position;

    /**
     * The views of one generation. Their names must differ.
     *
     * @param small views of which every process keeps a copy, renewed when they have changed
     * @param database reads what a majority has, and its writes are durable with a majority
     * @param today the present day in a zone, for the snapshots of this database
     */
    public MongoViewDatabase(
            Collection<View<?>> views,
            Collection<View<?>> small,
            MongoDatabase database,
            int generation,
            Function<ZoneId, LocalDate> today) {
        var codec = new ViewRecordCodec();
        for (var view : views) add(new ViewCollection<>(view, database, generation, codec));
        this.small = List.copyOf(small);
        this.today = today;
        this.generation = generation;
        this.catalog = new MemoryViewDatabase(this.small, today);
        this.catalogEdition = catalog.snapshot();
    }

    private <V> void add(ViewCollection<V> collection) {
        var name = collection.view().name();
        if (collections.put(name, collection) != null)
            throw new IllegalArgumentException("Two views are called " + name);
        stores.put(name, new MongoViewStore<>(collection));
    }

    /** Creates missing collections and indexes. */
    public void declareIndexes() {
        var tasks = new ArrayList<Runnable>();
        for (var collection : collections.values())
            tasks.add(
                    () -> {
                        if (!collection.missingIndexes().isEmpty()) collection.declareIndexes();
                    });
        InParallel.run(tasks);
        for (var collection : collections.values()) {
            var missing = collection.missingIndexes();
            if (!missing.isEmpty())
                throw new IllegalStateException(
                        "View %s lacks its indexes %s"
                                .formatted(collection.view().name(), missing));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // view names are unique, so the store has the type of its view
    public <V> MongoViewStore<V> store(View<V> view) {
        var store = stores.get(view.name());
        if (store == null) throw new IllegalArgumentException("No view called " + view.name());
        return (MongoViewStore<V>) store;
    }

    /**
     * Reads, for a writer, all records of a share that these events belong to: one round trip for
     * each view, in parallel.
     */
    public void expect(Collection<? extends Recorded<?>> facts, Segment segment) {
        var tasks = new ArrayList<Runnable>();
        for (var store : stores.values()) {
            var keys = new TreeSet<String>();
            var view = store.collection().view();
            for (var fact : facts) {
                var key = key(view, fact.event());
                if (key != null && segment.holds(view.name(), key)) keys.add(key);
            }
            if (!keys.isEmpty()) tasks.add(() -> store.expect(keys));
        }
        InParallel.run(tasks);
    }

    private static @Nullable String key(View<?> view, Object event) {
        try {
            return view.key().of(event);
        } catch (RuntimeException e) {
            return null; // the folding makes it a dead letter
        }
    }

    /**
     * Writes saved records, one round trip for each view, in parallel.
     *
     * @return false if another process had written some of them; those were not written, so the
     *     caller has to read on from there
     */
    boolean flush() {
        var tasks = new ArrayList<Callable<Set<String>>>();
        stores.forEach(
                (name, store) -> {
                    if (!store.isChanged()) return;
                    changed.merge(name, store.changedAt(), Math::max);
                    tasks.add(store::flush);
                });
        var clean = true;
        for (var others : InParallel.all(tasks)) clean &= others.isEmpty();
        return clean;
    }

    /** The last commit by which each view has changed, as far as this writer knows. */
    Map<String, Long> changed() {
        return Map.copyOf(changed);
    }

    /** Drops what was read and not written, because another process may have gone on. */
    void forget() {
        stores.values().forEach(MongoViewStore::forget);
    }

    /** Another process has written these records since they were read. */
    static final class OvertakenException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        OvertakenException() {
            super("Another process writes these views");
        }
    }

    /** Throws OvertakenException if another process has written some of these records. */
    @Override
    public void publish(long reached) {
        if (!flush()) throw new OvertakenException();
        moveTo(reached, changed());
    }

    /**
     * Reports that all writers have written everything up to that commit.
     *
     * @param changedBy the last commit by which each view has changed, or a later one
     */
    void moveTo(long reached, Map<String, Long> changedBy) {
        changed.putAll(changedBy);
        position = reached;
    }

    long position() {
        return position;
    }

    @Override
    public ViewSnapshot snapshot() {
        long now = position;
        return new MongoViewSnapshot(generation, now, today, collections, catalog(now), small);
    }

    void drop() {
        collections.values().forEach(ViewCollection::drop);
    }

    /** The small views, at least as new as that commit. */
    private ViewSnapshot catalog(long now) {
        if (small.isEmpty() || catalogEdition.position() >= now) return catalogEdition;
        synchronized (this) {
            if (catalogEdition.position() >= now) return catalogEdition;
            var tasks = new ArrayList<Runnable>();
            for (var view : small) {
                long since = refreshed.getOrDefault(view.name(), -1L);
                if (since < 0 || changed.getOrDefault(view.name(), 0L) > since)
                    tasks.add(() -> refresh(view, since));
            }
            InParallel.run(tasks);
            for (var view : small) refreshed.put(view.name(), now);
            catalog.publish(now);
            catalogEdition = catalog.snapshot();
            return catalogEdition;
        }
    }

    private <V> void refresh(View<V> view, long since) {
        var some = new ArrayList<VersionedRecord<V>>();
        store(view).collection().changedSince(since, some::add);
        catalog.store(view).save(some);
    }
}
