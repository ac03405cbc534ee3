package colophon.api.request;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Ids for what a request makes. */
public final class Identifiers {

    private Identifiers() {}

    /** The id the client chose, or a new one if it chose none. */
    public static String given(@Nullable String id) {
        return id != null ? id : random();
    }

    /** A new id. */
    public static String random() {
        return UUID.randomUUID().toString();
    }
}
