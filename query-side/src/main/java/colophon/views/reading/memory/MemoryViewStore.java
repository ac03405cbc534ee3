package colophon.views.reading.memory;

import static java.util.Objects.requireNonNull;

import colophon.api.paging.FoundRecord;
import colophon.views.reading.View;
import colophon.views.reading.View.Index;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewStore;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The records of one view as a sorted tree, with a tree of keys for each index. */
final class MemoryViewStore<V> implements ViewStore<V> {

    private static final char NUL = '\0';

    private final View<V> view;
    private final SortedTree<VersionedRecord<V>> records = new SortedTree<>();
    private final Map<String, SortedTree<String>> indexes = new HashMap<>();
    private @Nullable MemoryCollection<V> collection;

    MemoryViewStore(View<V> view) {
        this.view = view;
        for (var index : view.indexes()) indexes.put(index.name(), new SortedTree<>());
    }

    @Override
    public void save(List<VersionedRecord<V>> changed) {
        collection = null;
        for (var kept : changed) {
            var before = records.get(kept.key());
            records.put(kept.key(), kept);
            for (var index : view.indexes()) move(index, before, kept);
        }
    }

    @Override
    public @Nullable VersionedRecord<V> kept(String key) {
        return records.get(key);
    }

    /** An immutable snapshot of the records; the same object while nothing changes. */
    MemoryCollection<V> collection() {
        var now = collection;
        if (now != null) return now;
        var trees = new HashMap<String, SortedTree.Snapshot<String>>();
        indexes.forEach((name, tree) -> trees.put(name, tree.snapshot()));
        now = new MemoryCollection<>(records.snapshot(), trees);
        collection = now;
        return now;
    }

    private void move(
            Index<V> index, @Nullable VersionedRecord<V> before, VersionedRecord<V> after) {
        var value = index.value().apply(after.value());
        var sort = index.sort().apply(after.value());
        var tree = requireNonNull(indexes.get(index.name()));
        if (before != null) {
            var oldValue = index.value().apply(before.value());
            var oldSort = index.sort().apply(before.value());
            if (Objects.equals(value, oldValue) && sort.equals(oldSort)) return;
            if (oldValue != null) tree.remove(oldValue + NUL + oldSort + NUL + before.key());
        }
        if (value != null) tree.put(value + NUL + sort + NUL + after.key(), after.key());
    }

    record MemoryCollection<V>(
            SortedTree.Snapshot<VersionedRecord<V>> records,
            Map<String, SortedTree.Snapshot<String>> indexes)
            implements ViewReader<V> {

        @Override
        public @Nullable VersionedRecord<V> kept(String key) {
            return records.get(key);
        }

        @Override
        public Map<String, VersionedRecord<V>> load(Collection<String> keys) {
            var found = new LinkedHashMap<String, VersionedRecord<V>>();
            for (var key : keys) {
                var kept = records.get(key);
                if (kept != null) found.put(key, kept);
            }
            return found;
        }

        @Override
        public void changedSince(@Nullable ViewReader<V> before, Consumer<V> visitor) {
            if (before instanceof MemoryCollection<V> collection)
                records.eachSince(collection.records, (_, kept) -> visitor.accept(kept.value()));
            else ViewReader.super.changedSince(before, visitor);
        }

        @Override
        public List<FoundRecord<V>> find(String index, String value, String after, int limit) {
            var found = new ArrayList<FoundRecord<V>>();
            if (index.equals(View.BY_KEY)) {
                records.each(
                        after,
                        (key, kept) ->
                                found.size() < limit
                                        && found.add(new FoundRecord<>(key, kept.value())));
                return found;
            }
            var tree = indexes.get(index);
            if (tree == null) throw new IllegalArgumentException("No index called " + index);
            var prefix = value + NUL;
            tree.each(
                    prefix + after,
                    (at, key) ->
                            found.size() < limit
                                    && at.startsWith(prefix)
                                    && found.add(
                                            new FoundRecord<>(
                                                    at.substring(prefix.length()),
                                                    requireNonNull(records.get(key)).value())));
            return found;
        }
    }
}
