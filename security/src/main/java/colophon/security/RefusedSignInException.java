package colophon.security;

/** The settings say how to sign in in a way that cannot be; the message is for whoever starts. */
public final class RefusedSignInException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what is wrong and what to do. */
    public RefusedSignInException(String message) {
        super(message);
    }
}
