package colophon.commands.reply;

import org.axonframework.common.AxonTransientException;

/**
 * The log did not confirm in time that the commit is durable, so the commit may exist now or later.
 * Only a request with the same command id can tell. Never treat this as a refusal.
 */
public final class OutcomeUnknownException extends AxonTransientException {

    /** Keeps the cause for the log of the process. It is never shown to a client. */
    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
