package colophon.commands.imports.running;

import colophon.commands.desk.Barrier;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.Standing;
import colophon.commands.desk.Subjects;
import colophon.commands.imports.claim.Claims;

import jakarta.validation.Validator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
    Uploads uploads(@Value("${colophon.data-dir}") Path dataDirectory) {
        return new Uploads(dataDirectory);
    }

    @Bean
    ErasedRows erasedRows(Uploads uploads) {
        return new ErasedRows(uploads);
    }

    @Bean
    Imports imports(
            CommandGate gate,
            Subjects subjects,
            Barrier barrier,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Uploads uploads,
            JsonMapper json,
            Validator validator,
            Claims claims,
            Standing standing,
            Places places) {
        return new Imports(
                gate,
                subjects,
                barrier,
                new Routes(handlers),
                uploads,
                json,
                validator,
                claims,
                standing,
                places);
    }

    @Bean
    Places places(@Value("${colophon.limits.imports-at-once}") int most) {
        return new Places(most);
    }

    /**
     * The rows of an import lie on the disk of the process that received them. Another process
     * needs the file to be sent again.
     */
    @Bean
    SmartLifecycle importsRunning(
            Imports imports,
            Claims claims,
            @Value("#{'${colophon.roles:command}'.contains('command')}") boolean mine) {
        var worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().name("imports").daemon().unstarted(task));
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                if (mine) imports.goOnWithAll();
                if (mine && claims != Claims.alone()) {
                    again(imports::tellHowFar, Claims.HEARD_OF_EVERY);
                    again(imports::lookForLeftOnes, LOOK);
                }
                running = true;
            }

            @Override
            public void stop() {
                imports.stop(); // heard of to the end
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
