package colophon.views.reading.http;

import colophon.api.access.ReadAccess;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.http.QueryConventions.TimeTravelSupport;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.past.PastViews;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelAccess;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Applies the conventions of the API to every query. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration implements WebMvcConfigurer {

    private final QueryConventions conventions;

    /**
     * Queries answer from this library or from the past, wait for this reading, and show what the
     * viewer may see.
     */
    public QueryConfiguration(
            ViewDatabase database,
            ViewPosition viewPosition,
            PastViews past,
            PastEvents log,
            Clock clock,
            TimeTravelAccess whose,
            Supplier<ReadAccess> sight,
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.conventions =
                new QueryConventions(
                        database,
                        viewPosition,
                        new TimeTravelSupport(
                                past, log, clock, whose, () -> retrospective(mapping.getObject())),
                        sight);
    }

    private static List<String> retrospective(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().hasMethodAnnotation(SupportsTimeTravel.class))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(conventions);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(conventions);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, LocalDate::parse);
    }

    /**
     * Sets a strong entity tag from the content of every answered GET; answers 304 if it matches.
     */
    @Bean
    public Filter queryEntityTags() {
        return new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !request.getMethod().equals("GET")
                        || !request.getRequestURI()
                                .startsWith(request.getContextPath() + "/api/v1/");
            }

            /** No cache on the way may store an answer. A client may keep one and revalidate it. */
            @Override
            protected boolean isEligibleForEtag(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    int status,
                    InputStream body) {
                return !response.isCommitted() && status >= 200 && status < 300;
            }
        };
    }
}
