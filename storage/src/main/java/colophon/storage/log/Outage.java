package colophon.storage.log;

import com.mongodb.MongoException;

import org.axonframework.common.AxonTransientException;

/** Tells that a database does not answer from that the program is wrong. */
public final class Outage {

    private Outage() {}

    /**
     * True if this, or what it was caused by, says that a database did not answer as it should, or
     * a disk did not.
     */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof MongoException || cause instanceof AxonTransientException)
                return true;
        return false;
    }
}
