package colophon.views.reading;

import colophon.views.reading.ViewReader.VersionedRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Stores the records of one view. Only one thread writes. The writer reads saved records back at
 * once; readers see them in an {@link ViewSnapshot}, at the latest when the {@link
 * WritableViewDatabase} publishes.
 */
public interface ViewStore<V> {

    /** One record with the position it has read up to, or null. */
    @Nullable VersionedRecord<V> kept(String key);

    /** Saves these records, replacing those with the same keys: all of them or none. */
    void save(List<VersionedRecord<V>> changed);
}
