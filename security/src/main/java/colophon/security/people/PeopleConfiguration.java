package colophon.security.people;

import colophon.security.PublicUrl;
import colophon.security.WithProvider;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;
import colophon.security.accounts.KnownBrowsers;
import colophon.security.accounts.Secrets;
import colophon.security.passkeys.WithPasskeys;

import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** People sign in here, with a password or a passkey. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithProvider.Without.class)
class PeopleConfiguration {

    @Bean
    Attempts attempts() {
        return new Attempts(Ticker.systemTicker());
    }

    @Bean
    KnownBrowsers knownBrowsers(PublicUrl url) {
        return new KnownBrowsers(url.isEncrypted());
    }

    @Bean
    FormSignIn formSignIn(
            Accounts accounts,
            Secrets secrets,
            Attempts attempts,
            WithPasskeys passkeys,
            KnownBrowsers browsers,
            Clock clock) {
        return new FormSignIn(
                new PasswordSignIn(accounts, secrets, attempts, clock),
                passkeys,
                accounts,
                browsers);
    }

    @Bean
    SetUp setUp(Accounts accounts, PublicUrl url) {
        return new SetUp(accounts, url);
    }
}
