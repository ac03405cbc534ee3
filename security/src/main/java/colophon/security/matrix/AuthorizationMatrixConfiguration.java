package colophon.security.matrix;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.ReadAccess;
import colophon.security.content.RouteContent;
import colophon.security.content.RouteContentCheck;

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
class AuthorizationMatrixConfiguration {

    @Bean
    WebMvcConfigurer gatekeeper(CurrentActor currentActor) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // After the check of the process's role, and before anything the route itself does.
                registry.addInterceptor(new RouteAccessInterceptor(currentActor::find))
                        .order(Ordered.HIGHEST_PRECEDENCE + 10);
                // A caller without access does not learn what the route reads.
                registry.addInterceptor(new RouteContentCheck())
                        .order(Ordered.HIGHEST_PRECEDENCE + 11);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer asked) {
                asked.strategies(
                        List.of(
                                request ->
                                        RouteContent.asked(
                                                Objects.requireNonNull(
                                                        request.getNativeRequest(
                                                                HttpServletRequest.class)))));
            }
        };
    }

    @Bean
    Supplier<ReadAccess> sight() {
        return () -> new PersonReadAccess(AdmittedActor.now().orElse(Actor.NOBODY));
    }

    @Bean
    SmartInitializingSingleton everyRouteHasARow(
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> {
            var unknown = ServedRoutes.unknown(ServedRoutes.routes(mappings.stream().toList()));
            if (!unknown.isEmpty()) throw new UnknownRouteException(unknown);
        };
    }
}
