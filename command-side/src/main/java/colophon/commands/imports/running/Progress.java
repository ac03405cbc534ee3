package colophon.commands.imports.running;

import colophon.commands.imports.claim.Claims.Counts;

import java.util.concurrent.atomic.AtomicInteger;

/** How far something is that goes row by row; read while it is counted. */
final class Progress {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean elsewhere;

    Progress() {}

    /** What another process has counted. */
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

    /** Another process goes on with it. */
    void goesOnElsewhere() {
        elsewhere = true;
    }

    boolean isElsewhere() {
        return elsewhere;
    }
}
