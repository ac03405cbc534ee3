package colophon.events.offering;

import java.util.Locale;

/** How an offering is held. JSON shows its word. */
public enum Delivery {
    IN_PERSON,
    ONLINE,
    HYBRID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
