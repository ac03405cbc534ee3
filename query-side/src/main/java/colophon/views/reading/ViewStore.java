package colophon.views.reading;

import java.util.List;

/**
 * Where the records of one view are kept; one thread writes. What is saved is read back here at
 * once, and becomes visible in an {@link Edition} when the {@link Library} publishes.
 */
public interface ViewStore<V> extends ViewReader<V> {

    /** Keeps these records in place of those with the same keys: all of them or none. */
    void save(List<Kept<V>> changed);

    /** Forgets every record. */
    void clear();
}
