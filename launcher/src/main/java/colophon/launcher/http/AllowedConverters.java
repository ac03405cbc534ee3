package colophon.launcher.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps only the converters that were chosen on purpose. Spring offers a format as soon as its
 * library is on the class path, and such a format would bypass the checks of JSON.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AllowedConverters implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(
                all -> all.removeIf(converter -> !isWanted(converter)));
    }

    /** JSON, text, ready bytes, and our own converters. */
    private static boolean isWanted(HttpMessageConverter<?> converter) {
        return converter instanceof JacksonJsonHttpMessageConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter
                || converter.getClass().getPackageName().startsWith("colophon.");
    }
}
