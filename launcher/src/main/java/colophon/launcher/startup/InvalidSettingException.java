package colophon.launcher.startup;

/**
 * A setting has a value that cannot work. The message is one line that says what to write instead.
 */
public final class InvalidSettingException extends RuntimeException {

    /** The message names the setting and what to do. */
    public InvalidSettingException(String message) {
        super(message);
    }
}
