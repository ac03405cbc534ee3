package colophon.commands.imports.running;

import colophon.commands.imports.claim.ImportClaims.ClaimedRowCounts;
import colophon.commands.imports.rows.RowOutcome;

import java.util.concurrent.atomic.AtomicInteger;

/** The counts of a run over rows. They may be read while it runs. */
public final class RowProgress {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean elsewhere;

    /** No row has a result. */
    public RowProgress() {}

    /** The counts of another process. */
    RowProgress(ClaimedRowCounts counts) {
        accepted.set(counts.accepted());
        refused.set(counts.refused());
        repeated.set(counts.repeated());
    }

    ClaimedRowCounts counts() {
        return new ClaimedRowCounts(accepted(), refused(), repeated());
    }

    void count(RowOutcome outcome) {
        switch (outcome.status()) {
            case RowOutcome.ACCEPTED -> accepted.incrementAndGet();
            case RowOutcome.REPEATED -> repeated.incrementAndGet();
            default -> refused.incrementAndGet();
        }
    }

    /** Rows that changed something. */
    public int accepted() {
        return accepted.get();
    }

    /** Rows that were refused. */
    public int refused() {
        return refused.get();
    }

    /** Rows that had been done before. */
    public int repeated() {
        return repeated.get();
    }

    /** Marks that another process continues it. */
    void goesOnElsewhere() {
        elsewhere = true;
    }

    boolean isElsewhere() {
        return elsewhere;
    }
}
