package colophon.security.people;

import colophon.api.access.Actor;
import colophon.security.ActorAuthentication;
import colophon.security.PeopleSignIn;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.KnownBrowsers;
import colophon.security.attempts.TooManyAttemptsException;
import colophon.security.passkeys.PasskeyConfigurer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

import java.io.IOException;
import java.util.Optional;

/**
 * Signs people in with a form for name and password, or with a passkey, and then keeps a session.
 */
final class FormSignIn implements PeopleSignIn {

    static final String PAGE = "/sign-in";

    private final PasswordSignIn passwords;
    private final PasskeyConfigurer passkeys;
    private final UserAccounts accounts;
    private final KnownBrowsers browsers;

    FormSignIn(
            PasswordSignIn passwords,
            PasskeyConfigurer passkeys,
            UserAccounts accounts,
            KnownBrowsers browsers) {
        this.browsers = browsers;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.accounts = accounts;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        passkeys.addTo(http);
        http.authenticationProvider(passwords)
                .formLogin(
                        form ->
                                form.loginPage(PAGE)
                                        .usernameParameter("name")
                                        .passwordParameter("password")
                                        .authenticationDetailsSource(SignInOrigin::of)
                                        .successHandler(this::entered)
                                        .failureHandler(FormSignIn::failed));
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Optional<Actor> current(ActorAuthentication authentication) {
        return accounts.find(authentication.actor().id())
                .filter(account -> account.accepts(authentication.generation()))
                .map(UserAccount::person);
    }

    private void entered(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        accounts.find(who.getName()).ifPresent(account -> browsers.remember(response, account));
        response.sendRedirect("/account");
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyAttemptsException too) {
            var seconds = too.seconds();
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
            PageFrame.write(
                    response,
                    "Too many attempts",
                    "<p role=\"alert\">There were too many attempts with this name or from this"
                            + " address. Try again in %d seconds.</p><p><a href=\"/sign-in\">Back</a></p>"
                                    .formatted(seconds));
            return;
        }
        response.sendRedirect(PAGE + "?wrong");
    }
}
