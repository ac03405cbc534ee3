package colophon.commands.imports.rows;

import java.util.List;

/** A row is not a valid request. The message names the column, never its contents. */
public final class InvalidRowException extends Exception {

    InvalidRowException(List<String> mistakes) {
        super(String.join("; ", mistakes) + ".", null, false, false);
    }

    /** The mistakes of the row, as a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
