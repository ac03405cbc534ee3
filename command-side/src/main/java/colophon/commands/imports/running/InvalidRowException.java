package colophon.commands.imports.running;

import java.util.List;

/** A row is not a valid request. The message names the column, never its contents. */
final class InvalidRowException extends Exception {

    InvalidRowException(List<String> mistakes) {
        super(String.join("; ", mistakes) + ".", null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
