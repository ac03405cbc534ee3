package colophon.views.reading;

import java.time.LocalDate;
import java.time.ZoneId;

/** A consistent snapshot of all views after one commit. It never changes. */
public interface ViewSnapshot {

    /** The number of the last commit in it, 0 for none. */
    long position();

    /**
     * Which of several rebuilds these views come from. What was derived from a snapshot of another
     * generation must not be used with this one.
     */
    int generation();

    /**
     * The present snapshot, if this one is of the past: access is always decided by the present.
     * Else this one.
     */
    default ViewSnapshot present() {
        return this;
    }

    /** Today in that zone; in a snapshot of the past, the day asked about. */
    LocalDate today(ZoneId zone);

    /**
     * Announces what will be read, so that it can be fetched in one go instead of one by one. Does
     * not change any answer.
     */
    default void expect(ExpectedRead... wanted) {}

    /** Records that will be read: one by its key, or all with one value of an index. */
    record ExpectedRead(View<?> view, String index, String value) {

        /** The record with this key. */
        public static ExpectedRead one(View<?> view, String key) {
            return new ExpectedRead(view, View.BY_KEY, key);
        }

        /** All records with this value. */
        public static ExpectedRead all(View<?> view, String index, String value) {
            return new ExpectedRead(view, index, value);
        }
    }

    /** Reads a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewReader<V> of(View<V> view);
}
