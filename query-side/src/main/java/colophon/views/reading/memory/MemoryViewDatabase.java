package colophon.views.reading.memory;

import colophon.views.reading.View;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.ViewStore;
import colophon.views.reading.WritableViewDatabase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps all views in memory. They are built from the log at every start. */
public final class MemoryViewDatabase implements WritableViewDatabase {

    private final Map<String, MemoryViewStore<?>> stores = new LinkedHashMap<>();
    private final Function<ZoneId, LocalDate> today;
    private volatile MemoryViewSnapshot snapshot;

    /**
     * A library of these views. Their names must differ.
     *
     * @param today the present day in a zone, for the snapshots of this database
     */
    public MemoryViewDatabase(Collection<View<?>> views, Function<ZoneId, LocalDate> today) {
        this.today = today;
        for (var view : views)
            if (stores.put(view.name(), new MemoryViewStore<>(view)) != null)
                throw new IllegalArgumentException("Two views are called " + view.name());
        snapshot = new MemoryViewSnapshot(0, today, Map.of());
        publish(0);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> ViewStore<V> store(View<V> view) {
        var store = stores.get(view.name());
        if (store == null) throw new IllegalArgumentException("No view called " + view.name());
        return (ViewStore<V>) store;
    }

    @Override
    public void publish(long position) {
        var collections = new HashMap<String, ViewReader<?>>(stores.size() * 2);
        stores.forEach((name, store) -> collections.put(name, store.collection()));
        snapshot = new MemoryViewSnapshot(position, today, collections);
    }

    @Override
    public ViewSnapshot snapshot() {
        return snapshot;
    }

    private record MemoryViewSnapshot(
            long position, Function<ZoneId, LocalDate> day, Map<String, ViewReader<?>> collections)
            implements ViewSnapshot {

        /** Views in memory have only one. */
        @Override
        public int generation() {
            return 0;
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return day.apply(zone);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> ViewReader<V> of(View<V> view) {
            var collection = collections.get(view.name());
            if (collection == null)
                throw new IllegalArgumentException("No view called " + view.name());
            return (ViewReader<V>) collection;
        }
    }
}
