package colophon.launcher.serve;

import colophon.commands.reply.ReplyStore;
import colophon.events.privacy.Seals;
import colophon.launcher.roles.ProcessRoles;
import colophon.launcher.roles.ServerModeCondition;
import colophon.launcher.startup.InvalidSettingException;
import colophon.storage.Storage;
import colophon.views.disclosure.Disclosures;
import colophon.views.reading.past.PastEvents;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.util.function.LongSupplier;

/**
 * What decisions and queries need of the storage, in either mode; and the roles of this process.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    /** Checks the roles: without a server, no other process could have the missing ones. */
    @Bean
    ProcessRoles roles(Environment settings) {
        var roles = ProcessRoles.of(settings);
        if (!ServerModeCondition.isOn(settings)
                && roles.all().size() < ProcessRoles.ProcessRole.values().length)
            throw new InvalidSettingException(
                    "colophon.roles is '%s', but the embedded mode is one process with all roles; give --%s=mongodb://… to share the work"
                            .formatted(roles, ServerModeCondition.URI));
        return roles;
    }

    @Bean
    EventStore eventStore(Storage storage) {
        return storage.eventStore();
    }

    @Bean
    ReplyStore replies(Storage storage) {
        return storage.replies();
    }

    /** The log, for queries about the past. */
    @Bean
    PastEvents log(Storage storage) {
        return storage.past();
    }

    @Bean
    Disclosures disclosures(Storage storage) {
        return storage.disclosures();
    }

    @Bean
    Seals seals(Storage storage) {
        return storage.seals();
    }

    /** The number of the newest commit. */
    @Bean
    LongSupplier head(Storage storage) {
        return storage::head;
    }
}
