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

    /** What day it is in that zone, as far as an answer from here is concerned. */
    LocalDate today(ZoneId zone);

    /** The records of a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewReader<V> of(View<V> view);
}
