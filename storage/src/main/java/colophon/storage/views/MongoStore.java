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
 * The writer's side of one view: what it has read, and what it has changed and not written yet.
 * Only one thread uses it.
 */
final class MongoStore<V> implements ViewStore<V> {

    /** Records remembered between batches: the same few are mostly changed again and again. */
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

    /** Reads those records that are not known yet, in one round trip. */
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

    /** The last commit that something changed here has read. */
    long changedAt() {
        long last = 0;
        for (var kept : changed.values()) last = Math.max(last, kept.position());
        return last;
    }

    /**
     * Writes what has changed. What another process has written in the meantime stays as it is
     * there, and is read again here.
     *
     * @return the keys of that
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

    /** Forgets what it has read and not written. */
    void forget() {
        written.clear();
        changed.clear();
    }
}
