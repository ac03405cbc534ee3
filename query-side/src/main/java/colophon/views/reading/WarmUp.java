package colophon.views.reading;

/**
 * A query that caches what it derives from the views; the first question would compute all of it. A
 * server asks this question itself once it has caught up, so that no client waits for it.
 */
public interface WarmUp {

    /** Computes what the next question would need. Does nothing if it is already there. */
    void prepare(ViewSnapshot views);
}
