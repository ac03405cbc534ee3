package colophon.views.reading;

/** Where all views are kept: one store each for the writer, one edition of all for the readers. */
public interface Library {

    /** The store of a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewStore<V> store(View<V> view);

    /** Shows readers everything saved so far, in all views at once, as the state at a commit. */
    void publish(long position);

    /** The state published last; before the first it is empty, at position 0. */
    Edition edition();

    /** Forgets everything, for readers too. */
    void clear();
}
