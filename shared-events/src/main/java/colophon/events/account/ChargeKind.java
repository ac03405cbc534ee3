package colophon.events.account;

import colophon.events.fund.Coverage;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What was billed. Its word is what JSON shows. */
public enum ChargeKind {
    TUITION,
    DEPOSIT,
    FEE,
    LATE_FEE;

    /** What a fund has to cover to pay it; null for what gift aid never pays: late fees. */
    public @Nullable Coverage coverage() {
        return switch (this) {
            case TUITION -> Coverage.TUITION;
            case DEPOSIT -> Coverage.DEPOSIT;
            case FEE -> Coverage.FEE;
            case LATE_FEE -> null;
        };
    }

    /**
     * True for what {@code grossTuition} is made of: tuition, and deposits, which are part of it.
     */
    public boolean isTuition() {
        return this == TUITION || this == DEPOSIT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
