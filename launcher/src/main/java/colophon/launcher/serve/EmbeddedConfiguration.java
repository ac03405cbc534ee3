package colophon.launcher.serve;

import colophon.commands.desk.Barrier;
import colophon.commands.imports.claim.Claims;
import colophon.launcher.clock.ClockAtStart;
import colophon.launcher.roles.Roles;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Passkeys;
import colophon.storage.EmbeddedStorage;
import colophon.views.MemoryViewsConfiguration.WithoutServer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Clock;

/** The embedded default: everything is in one data directory. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutServer.class)
class EmbeddedConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedStorage storage(
            Roles checked,
            Clock clock,
            @Value("${colophon.data-dir}") Path directory,
            @Value("${colophon.accept-earlier-clock}") boolean accepted) {
        return ClockAtStart.checked(EmbeddedStorage.open(directory), clock, accepted);
    }

    @Bean
    Accounts accounts(EmbeddedStorage storage) {
        return storage.accounts();
    }

    @Bean
    Passkeys passkeys(EmbeddedStorage storage) {
        return storage.passkeys();
    }

    /** No other process writes. */
    @Bean
    Barrier barrier() {
        return Barrier.none();
    }

    /** No other process carries out imports. */
    @Bean
    Claims claims() {
        return Claims.alone();
    }
}
