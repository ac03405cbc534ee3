package colophon.api.access;

/** Tells who sent the request of this thread. */
@FunctionalInterface
public interface CurrentQueryActor {

    /** Never null: {@link QueryActor#NOBODY} if the client is not signed in. */
    QueryActor current();
}
