package colophon.launcher.serve;

import colophon.commands.reply.Replies;
import colophon.events.privacy.Seals;
import colophon.storage.EmbeddedStorage;
import colophon.views.reading.past.Log;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The embedded default: everything in one data directory. */
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedStorage storage(@Value("${colophon.data-dir}") Path directory) {
        return EmbeddedStorage.open(directory);
    }

    @Bean
    EventStore eventStore(EmbeddedStorage storage) {
        return storage.eventStore();
    }

    @Bean
    Replies replies(EmbeddedStorage storage) {
        return storage.replies();
    }

    /** The log for questions about the past. */
    @Bean
    Log log(EmbeddedStorage storage) {
        return storage.past();
    }

    @Bean
    Seals seals(EmbeddedStorage storage) {
        return storage.seals();
    }

    /** The number of the newest commit. */
    @Bean
    LongSupplier head(EmbeddedStorage storage) {
        return storage::head;
    }
}
