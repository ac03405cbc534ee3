package colophon.security;

import org.springframework.security.core.AuthenticationException;

/** What the bearer tokens of this installation mean. */
public interface Tokens {

    /**
     * Whose token it is, as things are now.
     *
     * @throws AuthenticationException if it is none of ours, or no longer; an {@link
     *     org.springframework.security.authentication.AuthenticationServiceException} if that
     *     cannot be found out at the moment
     */
    Person bearer(String token);
}
