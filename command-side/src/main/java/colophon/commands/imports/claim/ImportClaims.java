package colophon.commands.imports.claim;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Records which process carries out which import, and how far it is. A claim only saves work; it is
 * not a lock. A row that two processes send at once is still carried out once, because of its key.
 */
public interface ImportClaims {

    /**
     * Milliseconds between reports of a process. A process that misses several reports counts as
     * gone.
     */
    int HEARD_OF_EVERY = 1_000;

    /** The number of rows by result, of an import or of its reversal. */
    record ClaimedRowCounts(int accepted, int refused, int repeated) {}

    /** Claims an import. True if no process has it, or the one that had it is gone. */
    boolean take(String importId);

    /** Reports progress. False if another process has claimed the import. */
    boolean report(String importId, ClaimedRowCounts counts);

    /** Removes the claim, because the import has nothing more to do. */
    void done(String importId);

    /** Gives the claim up, so that another process can continue. */
    void leave(String importId);

    /** The last report of the process that carries it out; null if there is none. */
    @Nullable ClaimedRowCounts progress(String importId);

    /** Ids of imports that were begun and that no process carries out now. */
    List<String> abandoned();

    /** For a single process. */
    static ImportClaims alone() {
        return SingleProcessClaims.ONLY;
    }
}
