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
 * Leaves nothing that reads or writes a format of which nobody has thought: a library on the path
 * is enough for Spring to offer its format everywhere, past all that is checked of JSON.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Converters implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(
                all -> all.removeIf(converter -> !isWanted(converter)));
    }

    /** JSON, text and bytes that are ready, and what we have written ourselves. */
    private static boolean isWanted(HttpMessageConverter<?> converter) {
        return converter instanceof JacksonJsonHttpMessageConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter
                || converter.getClass().getPackageName().startsWith("colophon.");
    }
}
