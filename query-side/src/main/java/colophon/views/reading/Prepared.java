package colophon.views.reading;

/**
 * Keeps something in memory that it makes of the views, all of it at the first question. A server
 * asks that question itself when it has caught up, so that nobody waits for it.
 */
public interface Prepared {

    /** Makes what the next question would make; what is there already costs nothing. */
    void prepare(Edition views);
}
