package colophon.storage.log;

/** Opening, verifying or restoring a log was refused; the message says in one line why. */
public final class LogRefusedException extends RuntimeException {

    /** One line for the person at the terminal. */
    public LogRefusedException(String message) {
        super(message);
    }
}
