package colophon.commands.gateway;

/** Carries the answer of a quoted command out of its unit of work, and rolls that back. */
final class DryRunResult extends RuntimeException {

    private final transient CommandResult result;

    DryRunResult(CommandResult result) {
        super("The command was only quoted", null, false, false);
        this.result = result;
    }

    CommandResult receipt() {
        return result;
    }
}
