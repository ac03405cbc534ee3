package colophon.security.passkeys;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import colophon.api.problem.Problem;
import colophon.security.ActorAuthentication;
import colophon.security.SecurityProblem;
import colophon.security.accounts.Passkey;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.SignInAttempts;
import colophon.security.attempts.SignInAttempts.AttemptSource;
import colophon.security.attempts.TooManyAttemptsException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import java.io.IOException;
import java.time.Clock;

/** Signs in with a passkey instead of a name and a password. The session afterwards is the same. */
final class PasskeySignIn extends AbstractAuthenticationProcessingFilter {

    /** Several times the size of any device's answer. */
    private static final int LONGEST_ANSWER = 20_000;

    private final PasskeyCeremonies ceremonies;
    private final PasskeyChallenges asked;
    private final UserAccounts accounts;
    private final Passkeys passkeys;
    private final SignInAttempts attempts;
    private final Clock clock;

    PasskeySignIn(
            PasskeyCeremonies ceremonies,
            PasskeyChallenges asked,
            UserAccounts accounts,
            Passkeys passkeys,
            SignInAttempts attempts,
            Clock clock) {
        super(pathPattern(HttpMethod.POST, "/sign-in/passkey"), PasskeySignIn::nobodyElse);
        this.ceremonies = ceremonies;
        this.asked = asked;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.clock = clock;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setAuthenticationSuccessHandler(
                (_, response, _) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT));
        setAuthenticationFailureHandler(this::refuse);
    }

    @Override
    public Authentication attemptAuthentication(
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        var question = asked.toShow(request);
        var body = request.getInputStream().readNBytes(LONGEST_ANSWER + 1);
        if (body.length > LONGEST_ANSWER)
            throw new PasskeyRefusedException(PasskeyRefusedException.NOT_READABLE);
        var answer = ceremonies.shown(body);
        var id = answer.getRawId().toBase64UrlString();
        var source =
                new AttemptSource(
                        ":passkey " + id.substring(0, Math.min(60, id.length())),
                        request.getRemoteAddr(),
                        null);
        var wait = attempts.toWait(source);
        if (wait.isPositive()) throw new TooManyAttemptsException(wait);
        try {
            if (question.isEmpty())
                throw new PasskeyRefusedException(PasskeyRefusedException.NOT_ASKED);
            var account = account(id);
            ceremonies.shown(question.get(), answer);
            attempts.succeeded(source);
            return new ActorAuthentication(account.person(), clock.instant(), account.generation());
        } catch (PasskeyRefusedException e) {
            attempts.failed(source);
            throw e;
        }
    }

    /** Checked before the passkey, so that a disabled account's passkey is not recorded as used. */
    private UserAccount account(String passkeyId) {
        return passkeys.find(passkeyId)
                .map(Passkey::accountId)
                .flatMap(accounts::find)
                .filter(account -> !account.disabled())
                .orElseThrow(() -> new PasskeyRefusedException(PasskeyRefusedException.NOT_KNOWN));
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyAttemptsException too) {
            var seconds = too.seconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
            Problem.write(
                    request,
                    response,
                    SecurityProblem.TOO_MANY_ATTEMPTS,
                    "Try again in " + seconds + " seconds.");
            return;
        }
        Problem.write(
                request, response, SecurityProblem.PASSKEY_REFUSED, String.valueOf(e.getMessage()));
    }

    /** The authentication is already decided before this method is called. */
    private static Authentication nobodyElse(Authentication asked) {
        throw new ProviderNotFoundException("No " + asked.getClass());
    }
}
