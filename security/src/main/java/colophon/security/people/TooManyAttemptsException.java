package colophon.security.people;

import org.springframework.security.core.AuthenticationException;

import java.time.Duration;

/** Whoever tries has to wait first. */
final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Wait " + wait);
        this.wait = wait;
    }

    Duration waiting() {
        return wait;
    }
}
