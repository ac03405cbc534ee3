package colophon.storage.log;

/** Stored data differs from what was written. Names the first commit that shows the damage. */
public final class DamagedLogException extends RuntimeException {

    private final long commit;

    /** {@code why} says what is wrong with the commit. */
    public DamagedLogException(long commit, String why) {
        super("Commit " + commit + " is damaged: " + why);
        this.commit = commit;
    }

    /** Number of the first commit that shows the damage. */
    public long commit() {
        return commit;
    }
}
