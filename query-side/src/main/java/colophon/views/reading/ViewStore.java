package colophon.views.reading;

import colophon.views.reading.ViewReader.Kept;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where the records of one view are kept, for the one thread that writes them. What is saved is
 * read back here at once; readers see it in an {@link Edition}, at the latest when the {@link
 * WritableLibrary} publishes.
 */
public interface ViewStore<V> {

    /** One record with what it has read, or null. */
    @Nullable Kept<V> kept(String key);

    /** Keeps these records in place of those with the same keys: all of them or none. */
    void save(List<Kept<V>> changed);
}
