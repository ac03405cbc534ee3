package colophon.commands.desk;

/** Who sends the request of this thread. */
public interface Caller {

    /** Never null; goes into the metadata of every event and scopes the idempotency keys. */
    String who();
}
