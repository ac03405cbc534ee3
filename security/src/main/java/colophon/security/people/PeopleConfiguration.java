package colophon.security.people;

import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.KnownBrowsers;
import colophon.security.attempts.SignInAttempts;
import colophon.security.passkeys.PasskeyConfigurer;

import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** People sign in here, with a password or a passkey. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderCondition.Without.class)
class PeopleConfiguration {

    @Bean
    SignInAttempts attempts() {
        return new SignInAttempts(Ticker.systemTicker());
    }

    @Bean
    KnownBrowsers knownBrowsers(PublicUrl url) {
        return new KnownBrowsers(url.isEncrypted());
    }

    @Bean
    FormSignIn formSignIn(
            UserAccounts accounts,
            SecretHashes secrets,
            SignInAttempts attempts,
            PasskeyConfigurer passkeys,
            KnownBrowsers browsers,
            Clock clock) {
        return new FormSignIn(
                new PasswordSignIn(accounts, secrets, attempts, clock),
                passkeys,
                accounts,
                browsers);
    }

    @Bean
    FirstAdministratorLink setUp(UserAccounts accounts, PublicUrl url) {
        return new FirstAdministratorLink(accounts, url);
    }
}
