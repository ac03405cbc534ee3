package colophon.views.reading;

import colophon.events.Recorded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Defines a view independently of its storage: to which record an event belongs, how it changes the
 * record, and by which indexes records are found.
 *
 * @param type of its records
 * @param version must be raised if the same events fold into other records than before, or have
 *     other index values. Stored records of an older version are then built anew.
 */
public record View<V>(
        String name,
        Class<V> type,
        int version,
        RecordKey key,
        Fold<V> fold,
        List<Index<V>> indexes) {

    /** The order that every view has: all records, by key. */
    public static final String BY_KEY = "key";

    /** A view without indexes besides {@link #BY_KEY}, in its first version. */
    public static <V> View<V> of(String name, Class<V> type, RecordKey key, Fold<V> fold) {
        return new View<>(name, type, 1, key, fold, List.of());
    }

    /** This view in a later version. */
    public View<V> version(int later) {
        return new View<>(name, type, later, key, fold, indexes);
    }

    /**
     * This view with one more index. Records with the same value are in the order of {@code sort},
     * then of their keys. A record with a null value is not in the index.
     */
    public View<V> indexed(
            String index, Function<V, @Nullable String> value, Function<V, String> sort) {
        var all = new ArrayList<>(indexes);
        all.add(new Index<>(index, value, sort));
        return new View<>(name, type, version, key, fold, List.copyOf(all));
    }

    /** Returns {@code before}. Throws IllegalStateException with the id if it is null. */
    public static <V> V existing(@Nullable V before, String what, String id) {
        if (before == null) throw new IllegalStateException(what + " " + id + " is not known");
        return before;
    }

    /** The key of the record that an event belongs to; null if the view ignores the event. */
    @FunctionalInterface
    public interface RecordKey {
        @Nullable String of(Object event);
    }

    /** The record after an event; {@code before} is null if the record did not exist. */
    @FunctionalInterface
    public interface Fold<V> {
        V evolve(@Nullable V before, Recorded<?> fact);
    }

    /** A way to find records. Neither value nor sort may contain the character NUL. */
    public record Index<V>(
            String name, Function<V, @Nullable String> value, Function<V, String> sort) {}
}
