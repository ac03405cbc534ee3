package colophon.commands.imports.running;

import org.axonframework.common.AxonTransientException;

/** The file of an import cannot be read or written just now; nothing was decided. */
final class DiskException extends AxonTransientException {

    DiskException(Exception cause) {
        super("The files of imports: " + cause.getMessage(), cause);
    }
}
