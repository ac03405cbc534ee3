package colophon.storage.log;

/** Opening, verifying or restoring a log was refused. The message says why, in one line. */
public final class LogRefusedException extends RuntimeException {

    /** {@code message} is one line for the person at the terminal. */
    public LogRefusedException(String message) {
        super(message);
    }
}
