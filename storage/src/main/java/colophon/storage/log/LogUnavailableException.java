package colophon.storage.log;

import org.axonframework.common.AxonTransientException;

/** The log takes nothing just now, for want of room say; nothing was added. Worth another try. */
public final class LogUnavailableException extends AxonTransientException {

    /** Says why in one line; the cause is for the log of the process. */
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
