package colophon.storage.log;

import org.jspecify.annotations.Nullable;

/** Opening, verifying or restoring a log was refused. The message says why, in one line. */
public final class LogRefusedException extends RuntimeException {

    /** {@code message} is one line for the person at the terminal. */
    public LogRefusedException(String message) {
        super(message);
    }

    /**
     * A log of another format.
     *
     * @param log where it is
     * @param found its version, or null if it says none
     * @param known the version that this program reads and writes
     */
    public static LogRefusedException ofVersion(String log, @Nullable Number found, long known) {
        var isOlder = found != null && found.longValue() < known;
        return new LogRefusedException(
                "%s has schema version %s, %s, and this program knows only version %d: %s"
                        .formatted(
                                log,
                                found,
                                isOlder ? "older than any release" : "which a newer program made",
                                known,
                                isOlder
                                        ? "start a new log elsewhere, or go on with the program"
                                                + " that made this one"
                                        : "use the newer one that made it"));
    }
}
