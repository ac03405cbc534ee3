package colophon.commands.desk;

/** Carries the answer of a quoted command out of its unit of work, and rolls that back. */
final class Quoted extends RuntimeException {

    private final transient Receipt receipt;

    Quoted(Receipt receipt) {
        super("The command was only quoted", null, false, false);
        this.receipt = receipt;
    }

    Receipt receipt() {
        return receipt;
    }
}
