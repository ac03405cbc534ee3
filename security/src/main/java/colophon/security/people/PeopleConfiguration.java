package colophon.security.people;

import colophon.security.PublicUrl;
import colophon.security.WithProvider;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;
import colophon.security.passkeys.WithPasskeys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.time.Clock;

/** People sign in here, with a password or a passkey. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithProvider.Without.class)
class PeopleConfiguration {

    @Bean
    Attempts attempts(Clock clock) {
        return new Attempts(clock);
    }

    @Bean
    FormSignIn formSignIn(
            Accounts accounts,
            PasswordEncoder encoder,
            Attempts attempts,
            WithPasskeys passkeys,
            Clock clock) {
        return new FormSignIn(
                new PasswordSignIn(accounts, encoder, attempts, clock), passkeys, accounts);
    }

    @Bean
    SetUp setUp(Accounts accounts, PublicUrl url) {
        return new SetUp(accounts, url);
    }
}
