package colophon.security.passkeys;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

import java.util.function.Supplier;

/** Adds sign-in with a passkey to a filter chain, next to sign-in with a password. */
public final class PasskeyConfigurer
        extends AbstractHttpConfigurer<PasskeyConfigurer, HttpSecurity> {

    private final Supplier<PasskeySignIn> filter;

    PasskeyConfigurer(Supplier<PasskeySignIn> filter) {
        this.filter = filter;
    }

    /** Adds it to that chain. */
    public void addTo(HttpSecurity http) {
        http.sessionManagement(
                        session ->
                                session.addSessionAuthenticationStrategy(
                                        (_, request, _) -> PasskeyChallenges.lastAsUsual(request)))
                .with(this, _ -> {});
    }

    /**
     * Done here, because the session strategy that changes the session id is built before this
     * step.
     */
    @Override
    public void configure(HttpSecurity http) {
        var signIn = filter.get();
        signIn.setSessionAuthenticationStrategy(
                http.getSharedObject(SessionAuthenticationStrategy.class));
        http.addFilterBefore(signIn, UsernamePasswordAuthenticationFilter.class);
    }
}
