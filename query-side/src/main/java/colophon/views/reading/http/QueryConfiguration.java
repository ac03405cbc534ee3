package colophon.views.reading.http;

import colophon.views.reading.Library;
import colophon.views.reading.Reading;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.LocalDate;
import java.util.List;

/** Gives every query of the API its conventions. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration implements WebMvcConfigurer {

    private final QueryConventions conventions;

    /** Queries answer from this library, and wait for this reading. */
    public QueryConfiguration(Library library, Reading reading) {
        this.conventions = new QueryConventions(library, reading);
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

    /** A strong entity tag from the content of every answered GET, and 304 where it is known. */
    @Bean
    public Filter queryEntityTags() {
        return new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !request.getMethod().equals("GET")
                        || !request.getRequestURI()
                                .startsWith(request.getContextPath() + "/api/v1/");
            }
        };
    }
}
