package colophon.launcher.edge;

import colophon.launcher.edge.RequestRateFilter.AccountRates;
import colophon.launcher.edge.RequestRateFilter.AnonymousRates;
import colophon.launcher.edge.RequestRateFilter.Rate;
import colophon.launcher.http.BodyReads;

import jakarta.servlet.Filter;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Configures the parts of this package that need an explicit position or the server itself. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    /**
     * The position of the rate limit for strangers, before any other work. The checks after it
     * follow in steps of two: plain paths, the body limit, and the card numbers.
     */
    static final int BEFORE_SIGN_IN = Ordered.HIGHEST_PRECEDENCE + 30;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(BodyReads reads) {
        return tomcat -> {
            tomcat.setProtocol(SlowConnectionGuard.class.getName());
            tomcat.addConnectorCustomizers(
                    connector -> {
                        // BodyLimit reads forms, because it counts their bytes.
                        connector.setParseBodyMethods("");
                        if (connector.getProtocolHandler() instanceof SlowConnectionGuard watched)
                            watched.watch(reads);
                    });
            tomcat.addContextCustomizers(
                    context -> {
                        if (context.getParent() instanceof StandardHost host)
                            host.setErrorReportValveClass(TomcatErrorValve.class.getName());
                    });
        };
    }

    @Bean
    FilterRegistrationBean<OutageFilter> outagesInFilters(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return placed(new OutageFilter(problems), BEFORE_SIGN_IN + 5);
    }

    @Bean
    FilterRegistrationBean<AnonymousRates> ratesOfStrangers(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Value("${colophon.limits.strangers-per-second}") long perSecond,
            @Value("${colophon.limits.strangers-burst}") long burst) {
        var filter = new AnonymousRates(problems, new Rate(perSecond, burst));
        return placed(filter, BEFORE_SIGN_IN);
    }

    @Bean
    FilterRegistrationBean<AccountRates> ratesOfAccounts(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Value("${colophon.limits.requests-per-second}") long perSecond,
            @Value("${colophon.limits.burst}") long burst) {
        var filter = new AccountRates(problems, new Rate(perSecond, burst));
        return placed(filter, Ordered.LOWEST_PRECEDENCE - 10);
    }

    private static <F extends Filter> FilterRegistrationBean<F> placed(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
