package colophon.security.oidc;

import colophon.api.access.CurrentActor;
import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

/** The provider authenticates everyone; there are no passwords here. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderCondition.class)
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderConfiguration {

    @Bean
    ProviderTokens providerTokens(ProviderSettings settings, Clock clock) {
        return new ProviderTokens(settings, clock);
    }

    @Bean
    ProviderActorRecheck standing(
            CurrentActor currentActor,
            Clock clock,
            @Value("${colophon.oidc.imports-for}") Duration most) {
        return new ProviderActorRecheck(currentActor, clock, most);
    }

    @Bean
    ProviderRegistration registrations(ProviderSettings settings, PublicUrl url) {
        return new ProviderRegistration(settings, url);
    }

    /** Present only where the provider knows us as a client. Otherwise only programs sign in. */
    @Bean
    @ConditionalOnProperty("colophon.oidc.client-id")
    ProviderSignIn providerSignIn(
            ProviderRegistration registrations,
            ProviderTokens tokens,
            ProviderSettings settings,
            Clock clock) {
        return new ProviderSignIn(registrations, tokens, settings, clock);
    }
}
