package colophon.commands.reply;

import org.axonframework.common.AxonTransientException;

/**
 * The log did not say in time whether the commit is durable: it may be there, now or later. Only
 * the same command id tells; never treat this as a refusal.
 */
public final class OutcomeUnknownException extends AxonTransientException {

    /** Keeps what went wrong below, for the log of the process; never shown to a client. */
    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
