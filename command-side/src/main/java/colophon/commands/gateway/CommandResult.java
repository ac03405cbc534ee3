package colophon.commands.gateway;

/** The written answer of a command, with its position in the log once it is committed. */
final class CommandResult {

    private final int status;
    private final byte[] body;
    private long position;

    CommandResult(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    void reached(long commit) {
        position = commit;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    /** Number of the commit; 0 if there was nothing to commit. */
    long position() {
        return position;
    }
}
