package colophon.views.reading;

import colophon.views.reading.ViewReader.Kept;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Stores the records of one view. Only one thread writes. The writer reads saved records back at
 * once; readers see them in an {@link Edition}, at the latest when the {@link WritableLibrary}
 * publishes.
 */
public interface ViewStore<V> {

    /** One record with the position it has read up to, or null. */
    @Nullable Kept<V> kept(String key);

    /** Saves these records, replacing those with the same keys: all of them or none. */
    void save(List<Kept<V>> changed);
}
