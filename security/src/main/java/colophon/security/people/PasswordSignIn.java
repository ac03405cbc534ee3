package colophon.security.people;

import colophon.security.ActorAuthentication;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.SignInAttempts;
import colophon.security.attempts.TooManyAttemptsException;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import java.time.Clock;
import java.util.Optional;

/** Checks a name and a password, and slows down guessing. */
final class PasswordSignIn implements AuthenticationProvider {

    private final UserAccounts accounts;
    private final SecretHashes secrets;
    private final SignInAttempts attempts;
    private final Clock clock;

    PasswordSignIn(
            UserAccounts accounts, SecretHashes secrets, SignInAttempts attempts, Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = asked.getName();
        var origin =
                asked.getDetails() instanceof SignInOrigin known ? known : new SignInOrigin("", "");
        if (name.length() > SignInAttempts.LONGEST_NAME) {
            attempts.failed(origin.of("", Optional.empty()));
            throw wrong();
        }
        var account = accounts.findByName(Kind.PERSON, name);
        var source = origin.of(name, account);
        var wait = attempts.toWait(source);
        if (wait.isPositive()) throw new TooManyAttemptsException(wait);
        // A comparison happens even without an account or a stored hash, so that timing reveals
        // nothing.
        var right =
                secrets.matches(
                        asked.getCredentials() instanceof String given ? given : null,
                        account.map(UserAccount::secret).orElse(null));
        if (!right || account.isEmpty() || account.get().disabled()) {
            attempts.failed(source);
            throw wrong();
        }
        attempts.succeeded(source);
        return new ActorAuthentication(
                account.get().person(), clock.instant(), account.get().generation());
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("Wrong name or password");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
