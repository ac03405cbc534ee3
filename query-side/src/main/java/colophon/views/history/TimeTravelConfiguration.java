package colophon.views.history;

import colophon.views.reading.past.TimeTravelAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures who may see which part of the past. */
@Configuration(proxyBeanMethods = false)
class TimeTravelConfiguration {

    @Bean
    TimeTravelAccess timeTravelAccess() {
        return new PresentTimeTravelAccess();
    }
}
