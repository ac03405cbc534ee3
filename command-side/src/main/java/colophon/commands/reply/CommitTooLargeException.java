package colophon.commands.reply;

import org.axonframework.common.AxonNonTransientException;

/** A commit was larger than the log accepts: 4 MB or 4,096 events. Nothing was added. */
public final class CommitTooLargeException extends AxonNonTransientException {

    /** {@code message} names the exceeded limit and the actual number. */
    public CommitTooLargeException(String message) {
        super(message);
    }
}
