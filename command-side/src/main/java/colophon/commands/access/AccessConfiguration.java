package colophon.commands.access;

import colophon.commands.gateway.AccessCheck;
import colophon.commands.loading.StateStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the gateway its check of the ids in a command. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessCheck accessCheck(StateStore states) {
        return new OwnerLookup(states);
    }
}
