package colophon.security.passkeys;

import colophon.security.PublicUrl;
import colophon.security.WithProvider;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;
import colophon.security.accounts.Passkeys;
import colophon.security.chain.ProblemAnswer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Adds sign-in with a passkey wherever people can sign in with a password. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithProvider.Without.class)
class PasskeyConfiguration {

    @Bean
    Ceremonies ceremonies(PublicUrl url, Accounts accounts, Passkeys passkeys, Clock clock) {
        return new Ceremonies(Address.of(url.get()), accounts, passkeys, clock);
    }

    @Bean
    Asked asked() {
        return new Asked();
    }

    @Bean
    WithPasskeys withPasskeys(
            Ceremonies ceremonies,
            Asked asked,
            Accounts accounts,
            Passkeys passkeys,
            Attempts attempts,
            ProblemAnswer problems,
            Clock clock) {
        return new WithPasskeys(
                () ->
                        new PasskeySignIn(
                                ceremonies, asked, accounts, passkeys, attempts, problems, clock));
    }
}
