package colophon.views.history;

import colophon.views.reading.past.Whose;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures who may see which part of the past. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    Whose whose() {
        return new WhoseSubject();
    }
}
