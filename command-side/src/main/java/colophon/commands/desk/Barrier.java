package colophon.commands.desk;

/**
 * Stands before every decision where several processes write one log: what another process had
 * committed before a command came in must be known when the command is decided.
 */
public interface Barrier {

    /** Returns when no remembered state is older than the log was when this was called. */
    void pass();

    /** Tells of a commit of this very process: what it changed is remembered already. */
    void wrote(long commit);

    /** For a process that is alone on its log: whatever it remembers is true. */
    static Barrier none() {
        return new Barrier() {
            @Override
            public void pass() {}

            @Override
            public void wrote(long commit) {}
        };
    }
}
