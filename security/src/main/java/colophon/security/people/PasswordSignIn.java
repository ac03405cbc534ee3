package colophon.security.people;

import colophon.security.Entered;
import colophon.security.accounts.Account;
import colophon.security.accounts.Account.Kind;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;
import colophon.security.accounts.TooManyAttemptsException;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import java.time.Clock;

/** A name and a password, at the pace that is left to those who guess. */
final class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Attempts attempts;
    private final Clock clock;

    /** Compared with where there is no such name: whether there is one, no clock is to tell. */
    private final String nobodys;

    PasswordSignIn(Accounts accounts, PasswordEncoder encoder, Attempts attempts, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.attempts = attempts;
        this.clock = clock;
        this.nobodys = String.valueOf(encoder.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = asked.getName();
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        var wait = attempts.toWait(name, address);
        if (wait.isPositive()) throw new TooManyAttemptsException(wait);
        var account = accounts.named(Kind.PERSON, name);
        var hash = account.map(Account::secret).orElse(nobodys);
        var right = encoder.matches(String.valueOf(asked.getCredentials()), hash);
        if (!right || account.isEmpty() || account.get().disabled()) {
            attempts.failed(name, address);
            throw new BadCredentialsException("Wrong name or password");
        }
        attempts.succeeded(name, address);
        return new Entered(account.get().person(), clock.instant());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
