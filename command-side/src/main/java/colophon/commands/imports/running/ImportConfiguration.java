package colophon.commands.imports.running;

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
    Imports imports(
            CommandGate gate,
            Subjects subjects,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Uploads uploads,
            JsonMapper json,
            Validator validator) {
        return new Imports(gate, subjects, new Routes(handlers), uploads, json, validator);
    }

    @Bean
    SmartLifecycle importsRunning(Imports imports) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                imports.goOnWithAll();
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
