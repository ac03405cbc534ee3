package colophon.storage.views;

import colophon.storage.views.ViewCollection.RecordChange;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewStore;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of one view for its writer: what was read, and what has changed and is not written
 * yet. Only one thread uses it.
 */
final class MongoViewStore<V> implements ViewStore<V> {

    /** Records cached between batches: mostly the same few change again and again. */
    private static final int REMEMBERED = 20_000;

    private final ViewCollection<V> collection;
    private final Map<String, @Nullable VersionedRecord<V>> written = new HashMap<>();
    private final Map<String, VersionedRecord<V>> changed = new HashMap<>();

    MongoViewStore(ViewCollection<V> collection) {
        this.collection = collection;
    }

    ViewCollection<V> collection() {
        return collection;
    }

    @Override
    public @Nullable VersionedRecord<V> kept(String key) {
        var now = changed.get(key);
        if (now != null) return now;
        expect(List.of(key));
        return written.get(key);
    }

    @Override
    public void save(List<VersionedRecord<V>> some) {
        expect(some.stream().map(VersionedRecord::key).toList());
        for (var kept : some) changed.put(kept.key(), kept);
    }

    /** Reads those of these records that are not cached, in one round trip. */
    void expect(Collection<String> keys) {
        var unknown = new LinkedHashSet<String>();
        for (var key : keys) if (!written.containsKey(key)) unknown.add(key);
        if (unknown.isEmpty()) return;
        var found = collection.load(unknown);
        for (var key : unknown) written.put(key, found.get(key));
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** The last commit read by a changed record. */
    long changedAt() {
        long last = 0;
        for (var kept : changed.values()) last = Math.max(last, kept.position());
        return last;
    }

    /**
     * Writes changed records. A record that another process has written is not overwritten, and is
     * read again.
     *
     * @return the keys of such records
     */
    Set<String> flush() {
        var changes = new ArrayList<RecordChange<V>>(changed.size());
        changed.forEach((key, after) -> changes.add(new RecordChange<>(after, written.get(key))));
        var others = collection.write(changes);
        written.putAll(changed);
        changed.clear();
        for (var key : others) written.remove(key);
        if (written.size() > REMEMBERED) written.clear();
        return others;
    }

    /** Drops what was read and not written. */
    void forget() {
        written.clear();
        changed.clear();
    }
}
