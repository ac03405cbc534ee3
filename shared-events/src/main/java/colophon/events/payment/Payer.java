package colophon.events.payment;

import java.util.Locale;

/** Who paid. Only what {@link #SELF} pays is out of pocket. JSON shows its word. */
public enum Payer {
    SELF,
    EMPLOYER,
    SPONSOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
