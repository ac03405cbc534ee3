package colophon.storage.durability;

import com.mongodb.MongoException;

import org.axonframework.common.AxonTransientException;

/** Tells a failure of the database from a bug in the program. */
public final class OutageDetection {

    private OutageDetection() {}

    /**
     * True if this failure, or one of its causes, says that a database or a disk did not work as it
     * should.
     */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof MongoException || cause instanceof AxonTransientException)
                return true;
        return false;
    }
}
