package colophon.security.passkeys;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

import java.util.function.Supplier;

/** Adds the way in with a passkey to a chain of filters, beside that with a password. */
public final class WithPasskeys extends AbstractHttpConfigurer<WithPasskeys, HttpSecurity> {

    private final Supplier<PasskeySignIn> filter;

    WithPasskeys(Supplier<PasskeySignIn> filter) {
        this.filter = filter;
    }

    /** Adds it to that chain. */
    public void addTo(HttpSecurity http) {
        http.sessionManagement(
                        session ->
                                session.addSessionAuthenticationStrategy(
                                        (_, request, _) -> Asked.lastAsUsual(request)))
                .with(this, _ -> {});
    }

    /** Not before: the strategy that gives a session another id is put together until then. */
    @Override
    public void configure(HttpSecurity http) {
        var signIn = filter.get();
        signIn.setSessionAuthenticationStrategy(
                http.getSharedObject(SessionAuthenticationStrategy.class));
        http.addFilterBefore(signIn, UsernamePasswordAuthenticationFilter.class);
    }
}
