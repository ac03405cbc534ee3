package colophon.events.offering;

import java.util.Locale;

/** How an offering is held. Its word is what JSON shows. */
public enum Delivery {
    IN_PERSON,
    ONLINE,
    HYBRID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
