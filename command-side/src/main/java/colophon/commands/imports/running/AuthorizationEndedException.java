package colophon.commands.imports.running;

import org.jspecify.annotations.Nullable;

/** The import was cancelled, or its account lost the right to go on. */
final class AuthorizationEndedException extends RuntimeException {

    private final @Nullable String why;

    AuthorizationEndedException(@Nullable String why) {
        super(why, null, false, false);
        this.why = why;
    }

    /** The reason, or null if the event log has it already. */
    @Nullable String why() {
        return why;
    }
}
