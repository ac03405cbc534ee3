package colophon.storage.mongo.appending;

import colophon.storage.log.Commit;

/** A commit that a writer waits for. */
public interface PendingAppend {

    /** The commit to append. */
    Commit commit();

    /**
     * Reports that it is being sent. False if its writer waits no longer; then it must not be sent.
     */
    boolean send();

    /** Reports that it is durable, under this number. */
    void appended(long number);

    /** Reports that it is not in the log and never will be. */
    void refused(RuntimeException why);
}
