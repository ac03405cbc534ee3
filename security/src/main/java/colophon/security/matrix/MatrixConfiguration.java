package colophon.security.matrix;

import colophon.views.reading.Sight;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.function.Supplier;

/** Puts the matrix before every route, and refuses a start where a route has no row. */
@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

    /** Everybody sees everything until there is a sign-in. */
    @Bean
    Supplier<Sight> sight() {
        return Sight::whole;
    }

    @Bean
    SmartInitializingSingleton everyRouteHasARow(
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> {
            var unknown = Router.unknown(Router.routes(mappings.stream().toList()));
            if (!unknown.isEmpty()) throw new UnknownRouteException(unknown);
        };
    }
}
