package colophon.commands.desk;

/** Carries the answer of a rehearsed command out of the unit of work that it rolls back. */
final class Quoted extends RuntimeException {

    private final transient Receipt receipt;

    Quoted(Receipt receipt) {
        super("Nothing of this happened", null, false, false);
        this.receipt = receipt;
    }

    Receipt receipt() {
        return receipt;
    }
}
