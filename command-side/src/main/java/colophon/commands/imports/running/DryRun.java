package colophon.commands.imports.running;

import colophon.commands.imports.rows.RowOutcome;
import colophon.events.imports.ImportKind;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A dry run and its results so far. Only this process knows it. */
public final class DryRun {

    private final String id;
    private final String startedBy;
    private final ImportKind kind;
    private final String digest;
    private final RowOutcome[] outcomes;
    private final AtomicInteger done = new AtomicInteger();
    private final RowProgress progress = new RowProgress();
    private volatile boolean ended;

    /** {@code rows} is the number of rows to check. */
    public DryRun(String id, String startedBy, ImportKind kind, String digest, int rows) {
        this.id = id;
        this.startedBy = startedBy;
        this.kind = kind;
        this.digest = digest;
        this.outcomes = new RowOutcome[rows];
    }

    /** Its name. */
    public String id() {
        return id;
    }

    /** The account that began it. */
    public String startedBy() {
        return startedBy;
    }

    /** What its rows are. */
    public ImportKind kind() {
        return kind;
    }

    String digest() {
        return digest;
    }

    /** The number of its rows. */
    public int rows() {
        return outcomes.length;
    }

    /** "running", "finished", or "interrupted" if it ended before its last row. */
    public String status() {
        var over = ended; // read first, since the last row is counted before it ends
        if (done.get() == outcomes.length) return "finished";
        return over ? "interrupted" : "running";
    }

    /** Ends the dry run; no further rows are checked. */
    public void end() {
        ended = true;
    }

    /** True if no further rows are checked. */
    public boolean isEnded() {
        return ended;
    }

    /** The counts of the rows so far. */
    public RowProgress progress() {
        return progress;
    }

    /** Adds a result. Called by one thread, in the order of the file. */
    void add(RowOutcome outcome) {
        outcomes[done.get()] = outcome;
        progress.count(outcome);
        done.incrementAndGet();
    }

    /** The results so far, by line. */
    public List<RowOutcome> outcomes() {
        return Arrays.asList(outcomes).subList(0, done.get());
    }
}
