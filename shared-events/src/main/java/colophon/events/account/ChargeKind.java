package colophon.events.account;

import colophon.events.fund.Coverage;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What was billed. JSON shows its word. */
public enum ChargeKind {
    TUITION,
    DEPOSIT,
    FEE,
    LATE_FEE;

    /** The coverage a fund needs to pay it; null for late fees, which gift aid never pays. */
    public @Nullable Coverage coverage() {
        return switch (this) {
            case TUITION -> Coverage.TUITION;
            case DEPOSIT -> Coverage.DEPOSIT;
            case FEE -> Coverage.FEE;
            case LATE_FEE -> null;
        };
    }

    /**
     * True for tuition and for deposits, which are part of it: the kinds {@code grossTuition} adds
     * up.
     */
    public boolean isTuition() {
        return this == TUITION || this == DEPOSIT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
