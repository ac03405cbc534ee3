package colophon.security.accounts;

import org.springframework.security.core.AuthenticationException;

import java.time.Duration;

/** Whoever tries has to wait first. */
public final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    /** Not before that long. */
    public TooManyAttemptsException(Duration wait) {
        super("Wait " + wait);
        this.wait = wait;
    }

    /** How long, in whole seconds, for who waits so long not to be too early. */
    public long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
