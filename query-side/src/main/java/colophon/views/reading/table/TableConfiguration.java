package colophon.views.reading.table;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Lets every list query answer as a table, too. */
@Configuration(proxyBeanMethods = false)
public class TableConfiguration implements WebMvcConfigurer, WebMvcRegistrations {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new TableConverter());
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(
                    HandlerMethod method) {
                return ListInvocation.isList(method)
                        ? new ListInvocation(method)
                        : super.createInvocableHandlerMethod(method);
            }
        };
    }
}
