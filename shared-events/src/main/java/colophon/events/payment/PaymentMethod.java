package colophon.events.payment;

import java.util.Locale;

/** How money came in. Its word is what JSON shows. */
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
