package colophon.security.oidc;

import colophon.security.PublicUrl;
import colophon.security.WithProvider;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Everybody is known by a provider, and nobody by a password here. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithProvider.class)
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderConfiguration {

    @Bean
    ProviderTokens providerTokens(ProviderSettings settings, Clock clock) {
        return new ProviderTokens(settings, clock);
    }

    @Bean
    Registrations registrations(ProviderSettings settings, PublicUrl url) {
        return new Registrations(settings, url);
    }

    /** Only where the provider knows us as a client of its own: else only programs come. */
    @Bean
    @ConditionalOnProperty("colophon.oidc.client-id")
    ProviderSignIn providerSignIn(
            Registrations registrations,
            ProviderTokens tokens,
            ProviderSettings settings,
            Clock clock) {
        return new ProviderSignIn(registrations, tokens, settings, clock);
    }
}
