package colophon.launcher.refused;

/** A setting that cannot be meant; the message is one line that says what to write instead. */
public final class RefusedSettingException extends RuntimeException {

    /** Says which setting, and what to do. */
    public RefusedSettingException(String message) {
        super(message);
    }
}
