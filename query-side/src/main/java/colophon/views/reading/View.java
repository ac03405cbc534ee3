package colophon.views.reading;

import colophon.events.Recorded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a view is, apart from where it is kept: which record an event belongs to, how the record
 * changes, and by what else records are found. All of it is pure.
 *
 * @param type of its records
 * @param version to be raised whenever the same events fold into other records than before, or are
 *     found elsewhere: what is kept of the older version is then made anew
 */
public record View<V>(
        String name, Class<V> type, int version, Key key, Fold<V> fold, List<Index<V>> indexes) {

    /** The order that every view has without declaring it: all records, by key. */
    public static final String BY_KEY = "key";

    /** A view without further indexes, in its first version. */
    public static <V> View<V> of(String name, Class<V> type, Key key, Fold<V> fold) {
        return new View<>(name, type, 1, key, fold, List.of());
    }

    /** This view in a later version. */
    public View<V> version(int later) {
        return new View<>(name, type, later, key, fold, indexes);
    }

    /**
     * This view with one more index: the records of one value, in the order of {@code sort}, then
     * of their keys. A record whose value is null is not in the index.
     */
    public View<V> indexed(
            String index, Function<V, @Nullable String> value, Function<V, String> sort) {
        var all = new ArrayList<>(indexes);
        all.add(new Index<>(index, value, sort));
        return new View<>(name, type, version, key, fold, List.copyOf(all));
    }

    /** {@code before}, or IllegalStateException naming the record that should have been there. */
    public static <V> V existing(@Nullable V before, String what, String id) {
        if (before == null) throw new IllegalStateException(what + " " + id + " is not known");
        return before;
    }

    /** Which record of the view an event belongs to; null for an event that says nothing to it. */
    @FunctionalInterface
    public interface Key {
        @Nullable String of(Object event);
    }

    /** The record after an event; {@code before} is null when the record did not exist. */
    @FunctionalInterface
    public interface Fold<V> {
        V evolve(@Nullable V before, Recorded<?> fact);
    }

    /** One way to find records. Neither value nor sort may contain the character NUL. */
    public record Index<V>(
            String name, Function<V, @Nullable String> value, Function<V, String> sort) {}
}
