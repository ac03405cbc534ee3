package colophon.events.payment;

import java.util.Locale;

/** Who paid. Only what {@link #SELF} pays is out of pocket. Its word is what JSON shows. */
public enum Payer {
    SELF,
    EMPLOYER,
    SPONSOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
