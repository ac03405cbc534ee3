package colophon.views.reading;

/** Where all views are kept, for the one who writes: one store each, published together. */
public interface WritableLibrary extends Library {

    /** The store of a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewStore<V> store(View<V> view);

    /** Shows readers everything saved so far, in all views at once, as the state at a commit. */
    void publish(long position);

    /** Forgets everything, for readers too. */
    void clear();
}
