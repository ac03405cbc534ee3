package colophon.views.history;

import colophon.views.reading.past.Whose;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells who may be told the past of what. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    Whose whose() {
        return new WhoseSubject();
    }
}
