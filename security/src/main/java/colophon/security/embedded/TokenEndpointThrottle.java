package colophon.security.embedded;

import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.SignInAttempts;
import colophon.security.attempts.SignInAttempts.AttemptSource;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Slows down guessing of client secrets. Attempts are counted under the client name as the server
 * has parsed it. A generated secret cannot be guessed, so a client with the right generated secret
 * never waits, and nobody can lock a program out.
 */
final class TokenEndpointThrottle implements AuthenticationProvider {

    private static final Set<ClientAuthenticationMethod> WITH_A_SECRET =
            Set.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final AuthenticationProvider secrets;
    private final UserAccounts accounts;
    private final SignInAttempts attempts;

    TokenEndpointThrottle(
            AuthenticationProvider secrets, UserAccounts accounts, SignInAttempts attempts) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        if (!(asked instanceof OAuth2ClientAuthenticationToken client)
                || !WITH_A_SECRET.contains(client.getClientAuthenticationMethod()))
            return secrets.authenticate(asked);
        var name = String.valueOf(client.getPrincipal());
        var source = source(client, name);
        var wait = attempts.toWait(source);
        if (wait.isPositive() && !isGenerated(name, client)) throw new ThrottledException(wait);
        try {
            if (name.length() > SignInAttempts.LONGEST_NAME)
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            var found = secrets.authenticate(asked);
            if (found != null) attempts.succeeded(source);
            return found;
        } catch (OAuth2AuthenticationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT))
                attempts.failed(source);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return secrets.supports(type);
    }

    /** Keeps a program's attempts apart from those of a person with the same name. */
    private static AttemptSource source(OAuth2ClientAuthenticationToken client, String name) {
        var address =
                client.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        return new AttemptSource(
                name.length() > SignInAttempts.LONGEST_NAME ? "" : ":client " + name.strip(),
                Objects.requireNonNullElse(address, ""),
                null);
    }

    private boolean isGenerated(String name, OAuth2ClientAuthenticationToken client) {
        var kept = accounts.findByName(Kind.PROGRAM, name).map(UserAccount::secret).orElse(null);
        var given = client.getCredentials() == null ? null : client.getCredentials().toString();
        return SecretHashes.matchesGenerated(given, kept);
    }

    /** The client has to wait before its next attempt. */
    static final class ThrottledException extends OAuth2AuthenticationException {

        private static final long serialVersionUID = 1;

        private final Duration wait;

        ThrottledException(Duration wait) {
            super("too_many_attempts");
            this.wait = wait;
        }

        long seconds() {
            return wait.plusMillis(999).toSeconds();
        }
    }
}
