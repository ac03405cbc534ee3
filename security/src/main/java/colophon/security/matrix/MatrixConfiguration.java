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

/** Puts the matrix before every route, and refuses a start where a route has no row. */
@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

    @Bean
    WebMvcConfigurer gatekeeper(SignedIn signedIn) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // behind what another process does, before all that a route does itself
                registry.addInterceptor(new Gatekeeper(signedIn::maybe))
                        .order(Ordered.HIGHEST_PRECEDENCE + 10);
                // who may not call it learns nothing of what it reads
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
