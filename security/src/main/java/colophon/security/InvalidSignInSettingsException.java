package colophon.security;

/**
 * The settings describe a sign-in that cannot work. The message is for the person who starts the
 * server.
 */
public final class InvalidSignInSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The message says what is wrong and what to do. */
    public InvalidSignInSettingsException(String message) {
        super(message);
    }
}
