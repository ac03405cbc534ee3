package colophon.commands.reply;

import org.axonframework.common.AxonNonTransientException;

/** The log already holds a commit or a kept reply of this command id; nothing was added. */
public final class DuplicateCommandException extends AxonNonTransientException {

    /** Names the command id that is taken. */
    public DuplicateCommandException(String commandId) {
        super("The command " + commandId + " was handled before");
    }
}
