package colophon.storage.mongo.appending;

import colophon.storage.log.Commit;

/** A commit somebody waits for. */
public interface Waiting {

    /** What is to be appended. */
    Commit commit();

    /** It goes to the server now. False if nobody waits any more: then it must not go. */
    boolean send();

    /** It is durable, under this number. */
    void appended(long number);

    /** It is not there and never will be. */
    void refused(RuntimeException why);
}
