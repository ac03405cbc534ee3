package colophon.security.oidc;

import colophon.security.WithProvider;

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
}
