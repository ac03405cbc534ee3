package colophon.commands.reply;

import org.axonframework.common.AxonNonTransientException;

/** The log already has a commit or a kept reply with this command id. Nothing was added. */
public final class DuplicateCommandException extends AxonNonTransientException {

    /** {@code commandId} is the id that is taken. */
    public DuplicateCommandException(String commandId) {
        super("The command " + commandId + " was handled before");
    }
}
