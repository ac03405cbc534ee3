package colophon.views.reading.asking;

/** Knows who sends the request of this thread. */
@FunctionalInterface
public interface Asker {

    /** Never null: {@link Asking#NOBODY} for somebody who did not sign in. */
    Asking asking();
}
