package colophon.storage.views;

import colophon.storage.views.Shelf.Change;
import colophon.views.reading.ViewReader.Kept;
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
final class MongoStore<V> implements ViewStore<V> {

    /** Records cached between batches: mostly the same few change again and again. */
    private static final int REMEMBERED = 20_000;

    private final Shelf<V> shelf;
    private final Map<String, @Nullable Kept<V>> written = new HashMap<>();
    private final Map<String, Kept<V>> changed = new HashMap<>();

    MongoStore(Shelf<V> shelf) {
        this.shelf = shelf;
    }

    Shelf<V> shelf() {
        return shelf;
    }

    @Override
    public @Nullable Kept<V> kept(String key) {
        var now = changed.get(key);
        if (now != null) return now;
        expect(List.of(key));
        return written.get(key);
    }

    @Override
    public void save(List<Kept<V>> some) {
        expect(some.stream().map(Kept::key).toList());
        for (var kept : some) changed.put(kept.key(), kept);
    }

    /** Reads those of these records that are not cached, in one round trip. */
    void expect(Collection<String> keys) {
        var unknown = new LinkedHashSet<String>();
        for (var key : keys) if (!written.containsKey(key)) unknown.add(key);
        if (unknown.isEmpty()) return;
        var found = shelf.load(unknown);
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
        var changes = new ArrayList<Change<V>>(changed.size());
        changed.forEach((key, after) -> changes.add(new Change<>(after, written.get(key))));
        var others = shelf.write(changes);
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
