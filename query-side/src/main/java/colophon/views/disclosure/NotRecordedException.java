package colophon.views.disclosure;

import org.jspecify.annotations.Nullable;

/** The disclosure log cannot be written or read. */
public final class NotRecordedException extends RuntimeException {

    /** The message is one line for the operator of the server. */
    public NotRecordedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
