package colophon.views.reading;

/** All views, for writing: one store for each view, published together. */
public interface WritableViewDatabase extends ViewDatabase {

    /** The store of a view. Throws IllegalArgumentException if the library does not have it. */
    <V> ViewStore<V> store(View<V> view);

    /** Publishes everything saved so far, in all views at once, as the state at a commit. */
    void publish(long position);
}
