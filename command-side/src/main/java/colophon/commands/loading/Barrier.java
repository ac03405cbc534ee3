package colophon.commands.loading;

/**
 * Runs before every decision if several processes write one log. What another process committed
 * before a command came in must be known when the command is decided.
 */
public interface Barrier {

    /** Returns once no cached state is older than the log was at the time of the call. */
    void pass();

    /** Reports a commit of this process, whose changes are in the cached state already. */
    void wrote(long commit);

    /** For a process that writes its log alone: its cached state is always current. */
    static Barrier none() {
        return new Barrier() {
            @Override
            public void pass() {}

            @Override
            public void wrote(long commit) {}
        };
    }
}
