package colophon.security.attempts;

import org.springframework.security.core.AuthenticationException;

import java.time.Duration;

/** An attempt to sign in came too early after failures. */
public final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    /** Names the time to wait. */
    public TooManyAttemptsException(Duration wait) {
        super("Wait " + wait);
        this.wait = wait;
    }

    /** The time to wait in seconds, rounded up so that nobody comes back too early. */
    public long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
