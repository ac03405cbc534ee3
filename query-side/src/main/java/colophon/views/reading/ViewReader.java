package colophon.views.reading;

import colophon.api.paging.FoundRecord;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the records of one view. */
public interface ViewReader<V> {

    /** The records with these keys, as far as they exist. */
    Map<String, VersionedRecord<V>> load(Collection<String> keys);

    /**
     * Up to {@code limit} records with this value, in the order of the index, beginning behind
     * {@code after}; an empty text begins at the first. {@link View#BY_KEY} with an empty value
     * finds all records.
     */
    List<FoundRecord<V>> find(String index, String value, String after, int limit);

    /**
     * Visits every record that has changed since {@code before}, an earlier state of the same view;
     * all records if that is null. May also visit some unchanged records.
     */
    default void changedSince(@Nullable ViewReader<V> before, Consumer<V> visitor) {
        var after = "";
        while (true) {
            var found = find(View.BY_KEY, "", after, 1000);
            for (var one : found) visitor.accept(one.value());
            if (found.size() < 1000) return;
            after = found.getLast().at();
        }
    }

    /** One record with the position it has read up to, or null. */
    default @Nullable VersionedRecord<V> kept(String key) {
        return load(List.of(key)).get(key);
    }

    /** One record, or null. */
    default @Nullable V get(String key) {
        var kept = kept(key);
        return kept == null ? null : kept.value();
    }

    /**
     * All records with one value, in the order of the index. Use it for values with few records.
     */
    default List<V> all(String index, String value) {
        return find(index, value, "", Integer.MAX_VALUE).stream().map(FoundRecord::value).toList();
    }

    /**
     * A record and the last event it has read. Reading events up to there again changes nothing.
     */
    record VersionedRecord<V>(String key, V value, long position, int offset) {}
}
