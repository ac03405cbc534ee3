package colophon.commands.ownership;

import colophon.commands.access.AccessCheck;
import colophon.commands.loading.StateStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the gate its check of the ids in a command. */
@Configuration(proxyBeanMethods = false)
class OwnershipConfiguration {

    @Bean
    AccessCheck reach(StateStore states) {
        return new OwnerLookup(states);
    }
}
