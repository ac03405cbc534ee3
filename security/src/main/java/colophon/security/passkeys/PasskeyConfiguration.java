package colophon.security.passkeys;

import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.SignInAttempts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Adds sign-in with a passkey wherever people can sign in with a password. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderCondition.Without.class)
class PasskeyConfiguration {

    @Bean
    PasskeyCeremonies ceremonies(
            PublicUrl url, UserAccounts accounts, Passkeys passkeys, Clock clock) {
        return new PasskeyCeremonies(PasskeyOrigin.of(url.get()), accounts, passkeys, clock);
    }

    @Bean
    PasskeyChallenges asked() {
        return new PasskeyChallenges();
    }

    @Bean
    PasskeyConfigurer withPasskeys(
            PasskeyCeremonies ceremonies,
            PasskeyChallenges asked,
            UserAccounts accounts,
            Passkeys passkeys,
            SignInAttempts attempts,
            Clock clock) {
        return new PasskeyConfigurer(
                () -> new PasskeySignIn(ceremonies, asked, accounts, passkeys, attempts, clock));
    }
}
