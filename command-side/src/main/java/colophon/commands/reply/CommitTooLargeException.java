package colophon.commands.reply;

import org.axonframework.common.AxonNonTransientException;

/** One commit held more than the log takes: 4 MB or 4,096 events. Nothing was added. */
public final class CommitTooLargeException extends AxonNonTransientException {

    /** Says which limit was passed, with the number found. */
    public CommitTooLargeException(String message) {
        super(message);
    }
}
