package colophon.security;

import colophon.api.access.Actor;

import org.springframework.security.core.AuthenticationException;

/** Checks the bearer tokens of this installation. */
public interface BearerTokens {

    /**
     * The owner of the token, with the rights they have now.
     *
     * @throws AuthenticationException if the token is not valid; an {@link
     *     org.springframework.security.authentication.AuthenticationServiceException} if it cannot
     *     be checked at the moment
     */
    Actor bearer(String token);
}
