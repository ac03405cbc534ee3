package colophon.storage.log;

/** What is stored is not what was written; names the first commit that shows it. */
public final class DamagedException extends RuntimeException {

    private final long commit;

    /** Says what is wrong with which commit. */
    public DamagedException(long commit, String why) {
        super("Commit " + commit + " is damaged: " + why);
        this.commit = commit;
    }

    /** Number of the first commit that shows the damage. */
    public long commit() {
        return commit;
    }
}
