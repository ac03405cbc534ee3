package colophon.commands.imports.rows;

import org.axonframework.common.AxonTransientException;

/** A file of an import cannot be read or written at the moment. Nothing was decided. */
final class ImportFileException extends AxonTransientException {

    ImportFileException(Exception cause) {
        super("Import files: " + cause.getMessage(), cause);
    }
}
