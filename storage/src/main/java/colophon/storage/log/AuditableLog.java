package colophon.storage.log;

import java.util.List;

/** The log for auditing: every stored byte of every commit, in order. */
public interface AuditableLog {

    /** Number of the last commit; 0 if there is none. */
    long head();

    /**
     * Commits after {@code after}, in order, with everything that is stored of them; at most {@code
     * most}, fewer if they are large. Empty only at the head.
     *
     * @throws DamagedLogException if the stored data cannot be read as commits
     */
    List<StoredCommit> records(long after, int most);
}
