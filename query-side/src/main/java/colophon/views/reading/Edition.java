package colophon.views.reading;

import java.time.LocalDate;
import java.time.ZoneId;

/** All views as they were after one commit: what is read from it fits together, and stays. */
public interface Edition {

    /** The number of the last commit it contains, 0 for none. */
    long position();

    /**
     * How often the library has been cleared: what was derived from an edition of another
     * generation is worth nothing in this one.
     */
    int generation();

    /**
     * The edition of now, where this one is of the past: what may be shown to whom is a matter of
     * now. Else this one.
     */
    default Edition present() {
        return this;
    }

    /** What day it is in that zone, as far as an answer from here is concerned. */
    LocalDate today(ZoneId zone);

    /**
     * Tells what is going to be asked, so that it can be fetched at once where each question would
     * take its time. Changes no answer.
     */
    default void expect(Wanted... wanted) {}

    /**
     * Some records that are going to be asked for: those of one value of an index, or one by key.
     */
    record Wanted(View<?> view, String index, String value) {

        /** The record with this key. */
        public static Wanted one(View<?> view, String key) {
            return new Wanted(view, View.BY_KEY, key);
        }

        /** All records with this value. */
        public static Wanted all(View<?> view, String index, String value) {
            return new Wanted(view, index, value);
        }
    }

    /** The records of a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewReader<V> of(View<V> view);
}
