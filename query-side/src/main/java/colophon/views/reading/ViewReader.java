package colophon.views.reading;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The records of one view, for those who ask. */
public interface ViewReader<V> {

    /** The records that exist among these keys. */
    Map<String, Kept<V>> load(Collection<String> keys);

    /**
     * Up to {@code limit} records whose index has this value, in the order of the index, beginning
     * behind {@code after}; an empty text begins at the first. {@link View#BY_KEY} with an empty
     * value finds all.
     */
    List<Found<V>> find(String index, String value, String after, int limit);

    /**
     * Visits every record that is not what it was in {@code before}, an earlier state of the same
     * view; all of them where that is null. Some that are what they were may be visited too.
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

    /** One record with what it has read, or null. */
    default @Nullable Kept<V> kept(String key) {
        return load(List.of(key)).get(key);
    }

    /** One record, or null. */
    default @Nullable V get(String key) {
        var kept = kept(key);
        return kept == null ? null : kept.value();
    }

    /** All records of one value of an index, in its order; for values that have few. */
    default List<V> all(String index, String value) {
        return find(index, value, "", Integer.MAX_VALUE).stream().map(Found::value).toList();
    }

    /**
     * A record and its place in the order it was found in.
     *
     * @param at what to pass as {@code after} to go on behind it
     */
    record Found<V>(String at, V value) {}

    /** A record and the last event it has read: events up to there change nothing more. */
    record Kept<V>(String key, V value, long position, int offset) {}
}
