package colophon.security.chain;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.security.Entered;
import colophon.security.PublicUrl;
import colophon.security.Role;
import colophon.security.SignInOfPeople;
import colophon.security.Tokens;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * Deny by default: what is not named here is for those who are signed in, whoever they are; what
 * each of them may is decided behind it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ChainConfiguration {

    private static final RequestMatcher METRICS = pathPattern("/actuator/prometheus");

    private final String metricsToken;

    ChainConfiguration(@Value("${colophon.metrics-token:}") String metricsToken) {
        this.metricsToken = metricsToken;
    }

    /** Known only from the settings: behind a proxy, requests come without TLS. */
    @Bean
    ServletContextInitializer secureCookies(PublicUrl url) {
        return context -> context.getSessionCookieConfig().setSecure(url.isEncrypted());
    }

    /** To measure each filter of each request costs more than all that they do. */
    @Bean
    SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** For everything that no chain before it has taken. */
    @Bean
    @Order(100)
    SecurityFilterChain everything(
            HttpSecurity http,
            Tokens tokens,
            Door door,
            PublicUrl url,
            Optional<SignInOfPeople> people)
            throws Exception {
        var bearers = new DefaultBearerTokenResolver();
        http.authorizeHttpRequests(
                        to ->
                                to.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.ASYNC,
                                                DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/",
                                                "/index.html",
                                                "/colophon.css",
                                                "/favicon.svg",
                                                "/passkeys.js",
                                                "/problems/*",
                                                "/sign-in",
                                                "/api/v1/credentials/*",
                                                "/v3/api-docs/**",
                                                "/v3/api-docs.yaml",
                                                "/swagger-ui.html",
                                                "/swagger-ui/**",
                                                "/actuator/health",
                                                "/actuator/health/*")
                                        .permitAll()
                                        .requestMatchers("/set-up")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST, "/sign-in/passkey/options")
                                        .permitAll()
                                        .requestMatchers(METRICS)
                                        .access(metrics())
                                        .requestMatchers("/actuator/**")
                                        .hasAnyRole(Role.ADMINISTRATOR.word(), Role.AUDITOR.word())
                                        .anyRequest()
                                        .authenticated())
                .sessionManagement(
                        session -> {
                            // Naming another policy would give every token a session.
                            if (people.isEmpty())
                                session.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
                        })
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(BrowserTokens.cookie(url.isEncrypted()))
                                        .csrfTokenRequestHandler(new BrowserTokens())
                                        .requireCsrfProtectionMatcher(BrowserTokens::areNeeded))
                .requestCache(cache -> cache.disable())
                .logout(
                        logout ->
                                logout.logoutUrl(BrowserTokens.SIGN_OUT)
                                        .logoutSuccessUrl("/")
                                        .deleteCookies("SESSION"))
                .exceptionHandling(
                        to -> to.authenticationEntryPoint(door).accessDeniedHandler(door))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(_ -> entering(tokens))
                                        .bearerTokenResolver(
                                                request ->
                                                        isScraper(request)
                                                                ? null
                                                                : bearers.resolve(request))
                                        .authenticationEntryPoint(door)
                                        .accessDeniedHandler(door)
                                        .withObjectPostProcessor(failuresAt(door)));
        if (people.isPresent()) {
            people.get().addTo(http);
            http.addFilterAfter(
                    new StillValid(people.get()), SecurityContextHolderAwareRequestFilter.class);
        }
        return http.build();
    }

    private static AuthenticationManager entering(Tokens tokens) {
        return asked -> {
            if (asked instanceof BearerTokenAuthenticationToken bearer)
                return new Entered(tokens.bearer(bearer.getToken()), Instant.now());
            throw new ProviderNotFoundException("Not a bearer token");
        };
    }

    /** Else what cannot be checked would be a defect of ours, with status 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresAt(Door door) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(door);
                return filter;
            }
        };
    }

    private AuthorizationManager<RequestAuthorizationContext> metrics() {
        AuthorizationManager<RequestAuthorizationContext> readers =
                AuthorityAuthorizationManager.hasAnyRole(
                        Role.ADMINISTRATOR.word(), Role.AUDITOR.word());
        return (who, context) ->
                isScraper(context.getRequest())
                        ? new AuthorizationDecision(true)
                        : readers.authorize(who, context);
    }

    /** True for the one who collects the metrics, and knows the token made for that alone. */
    private boolean isScraper(HttpServletRequest request) {
        if (metricsToken.isEmpty() || !METRICS.matches(request)) return false;
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(UTF_8), ("Bearer " + metricsToken).getBytes(UTF_8));
    }
}
