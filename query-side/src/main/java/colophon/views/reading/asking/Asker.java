package colophon.views.reading.asking;

/** Tells who sent the request of this thread. */
@FunctionalInterface
public interface Asker {

    /** Never null: {@link Asking#NOBODY} if the client is not signed in. */
    Asking asking();
}
