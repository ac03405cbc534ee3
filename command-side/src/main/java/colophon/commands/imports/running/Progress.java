package colophon.commands.imports.running;

import java.util.concurrent.atomic.AtomicInteger;

/** How far something is that goes row by row; read while it is counted. */
final class Progress {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

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
}
