package colophon.commands.imports.running;

import java.util.List;

/** A row that is no valid request. It says which column is wrong, never what was in it. */
final class InvalidRow extends Exception {

    InvalidRow(List<String> mistakes) {
        super(String.join("; ", mistakes) + ".", null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
