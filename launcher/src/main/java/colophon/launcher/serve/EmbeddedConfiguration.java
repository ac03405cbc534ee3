package colophon.launcher.serve;

import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.loading.Barrier;
import colophon.launcher.clock.ClockAtStart;
import colophon.launcher.roles.ProcessRoles;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccounts;
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
            ProcessRoles checked,
            Clock clock,
            @Value("${colophon.data-dir}") Path directory,
            @Value("${colophon.accept-earlier-clock}") boolean accepted) {
        return ClockAtStart.checked(EmbeddedStorage.open(directory), clock, accepted);
    }

    @Bean
    UserAccounts accounts(EmbeddedStorage storage) {
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
    ImportClaims claims() {
        return ImportClaims.alone();
    }
}
