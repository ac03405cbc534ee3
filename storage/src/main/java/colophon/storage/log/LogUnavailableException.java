package colophon.storage.log;

import org.axonframework.common.AxonTransientException;

/** The log is unavailable, e.g. because the disk is full. Nothing was added. Try again. */
public final class LogUnavailableException extends AxonTransientException {

    /** {@code message} says why, in one line; the cause is for the log file of the process. */
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
