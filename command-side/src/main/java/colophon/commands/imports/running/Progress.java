package colophon.commands.imports.running;

import colophon.commands.imports.claim.Claims.Counts;

import java.util.concurrent.atomic.AtomicInteger;

/** The counts of a run over rows. They may be read while it runs. */
final class Progress {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean elsewhere;

    Progress() {}

    /** The counts of another process. */
    Progress(Counts counts) {
        accepted.set(counts.accepted());
        refused.set(counts.refused());
        repeated.set(counts.repeated());
    }

    Counts counts() {
        return new Counts(accepted(), refused(), repeated());
    }

    void count(Outcome outcome) {
        switch (outcome.status()) {
            case Outcome.ACCEPTED -> accepted.incrementAndGet();
            case Outcome.REPEATED -> repeated.incrementAndGet();
            default -> refused.incrementAndGet();
        }
    }

    int accepted() {
        return accepted.get();
    }

    int refused() {
        return refused.get();
    }

    int repeated() {
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
