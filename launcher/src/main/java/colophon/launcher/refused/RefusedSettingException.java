package colophon.launcher.refused;

/**
 * A setting has a value that cannot work. The message is one line that says what to write instead.
 */
public final class RefusedSettingException extends RuntimeException {

    /** The message names the setting and what to do. */
    public RefusedSettingException(String message) {
        super(message);
    }
}
