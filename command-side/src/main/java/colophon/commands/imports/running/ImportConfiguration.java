package colophon.commands.imports.running;

import colophon.commands.desk.Barrier;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.Subjects;

import jakarta.validation.Validator;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** Imports go on when the program starts, and stop before what they need is closed. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

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
            Validator validator) {
        return new Imports(gate, subjects, barrier, new Routes(handlers), uploads, json, validator);
    }

    /** Files lie where the process lies that took them, so no other process goes on with them. */
    @Bean
    SmartLifecycle importsRunning(
            Imports imports,
            @Value("#{'${colophon.roles:command}'.contains('command')}") boolean mine) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                if (mine) imports.goOnWithAll();
                running = true;
            }

            @Override
            public void stop() {
                imports.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
