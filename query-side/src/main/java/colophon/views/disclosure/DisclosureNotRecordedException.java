package colophon.views.disclosure;

import org.jspecify.annotations.Nullable;

/** The disclosure log cannot be written or read. */
public final class DisclosureNotRecordedException extends RuntimeException {

    /** The message is one line for the operator of the server. */
    public DisclosureNotRecordedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
