package colophon.security.matrix;

import colophon.security.SignedIn;
import colophon.views.reading.Sight;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Checks every route against the matrix, and refuses the start if a route has no row. */
@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

    @Bean
    WebMvcConfigurer gatekeeper(SignedIn signedIn) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // After the check of the process's role, and before anything the route itself does.
                registry.addInterceptor(new Gatekeeper(signedIn::maybe))
                        .order(Ordered.HIGHEST_PRECEDENCE + 10);
                // A caller without access does not learn what the route reads.
                registry.addInterceptor(new ContentCheck()).order(Ordered.HIGHEST_PRECEDENCE + 11);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer asked) {
                asked.strategies(
                        List.of(
                                request ->
                                        Content.asked(
                                                Objects.requireNonNull(
                                                        request.getNativeRequest(
                                                                HttpServletRequest.class)))));
            }
        };
    }

    @Bean
    Supplier<Sight> sight() {
        return () -> Admitted.now().<Sight>map(Look::new).orElse(Look.NONE);
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
