package colophon.commands.imports.running;

import colophon.api.access.AuthorizationRecheck;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.imports.rows.ErasedRowCleaning;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.StateStore;
import colophon.events.privacy.Seals;

import jakarta.validation.Validator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Imports continue when the server starts, and stop before the parts they need are closed. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ImportConfiguration.class);
    private static final int LOOK = 5_000;

    @Bean
    ImportFiles uploads(@Value("${colophon.data-dir}") Path dataDirectory) {
        return new ImportFiles(dataDirectory);
    }

    @Bean
    ErasedRowCleaning erasedRows(ImportFiles files) {
        return new ErasedRowCleaning(files);
    }

    @Bean
    ImportRunner imports(
            CommandGateway gateway,
            StateStore states,
            Barrier barrier,
            Seals seals,
            ImportFiles files,
            JsonMapper json,
            Validator validator,
            ImportClaims claims,
            AuthorizationRecheck recheck,
            ConcurrentImportLimit limit) {
        return new ImportRunner(
                gateway, states, barrier, seals, files, json, validator, claims, recheck, limit);
    }

    @Bean
    ConcurrentImportLimit places(@Value("${colophon.limits.imports-at-once}") int most) {
        return new ConcurrentImportLimit(most);
    }

    /**
     * The rows of an import lie on the disk of the process that received them. Another process
     * needs the file to be sent again.
     */
    @Bean
    SmartLifecycle importsRunning(
            ImportRunner runner,
            ImportClaims claims,
            @Value("#{'${colophon.roles:command}'.contains('command')}") boolean mine) {
        var worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().name("imports").daemon().unstarted(task));
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                if (mine) runner.goOnWithAll();
                if (mine && claims != ImportClaims.alone()) {
                    again(runner::tellHowFar, ImportClaims.HEARD_OF_EVERY);
                    again(runner::lookForLeftOnes, LOOK);
                }
                running = true;
            }

            @Override
            public void stop() {
                runner.stop(); // heard of to the end
                worker.shutdown();
                running = false;
            }

            /**
             * Catches exceptions, which would end the schedule; the server may answer again in a
             * second.
             */
            private void again(Runnable task, int milliseconds) {
                var _ =
                        worker.scheduleWithFixedDelay(
                                () -> {
                                    try {
                                        task.run();
                                    } catch (RuntimeException e) {
                                        LOG.warn(
                                                "Imports: the progress cannot be reported: {}",
                                                e.getMessage());
                                    }
                                },
                                milliseconds,
                                milliseconds,
                                TimeUnit.MILLISECONDS);
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
