package colophon.events.payment;

import java.util.Locale;

/** How a payment was made. JSON shows its word. */
public enum PaymentMethod {
    CARD,
    CHECK,
    BANK_TRANSFER,
    CASH,
    OTHER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
