package colophon.security.chain;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Role;
import colophon.security.ActorAuthentication;
import colophon.security.BearerTokens;
import colophon.security.InvalidSignInSettingsException;
import colophon.security.PeopleSignIn;
import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;
import colophon.security.accounts.PasswordLinks;
import colophon.security.http.CookieNames;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
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
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Denies by default. A path that is not named here needs any signed-in person; the matrix then
 * decides what each of them may call.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ChainConfiguration {

    private static final RequestMatcher METRICS = pathPattern("/actuator/prometheus");

    private final String metricsToken;
    private final String issuer;

    ChainConfiguration(
            @Value("${colophon.metrics-token:}") String metricsToken,
            @Value("${" + ProviderCondition.ISSUER + ":}") String issuer) {
        this.metricsToken = metricsToken;
        this.issuer = issuer;
    }

    /** Taken from the settings, because behind a proxy the requests themselves come without TLS. */
    @Bean
    ServletContextInitializer secureCookies(PublicUrl url) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setSecure(url.isEncrypted());
            cookie.setName(CookieNames.named(CookieNames.SESSION, url.isEncrypted()));
            cookie.setPath("/");
        };
    }

    /** Off, because measuring every filter of every request costs more than the filters do. */
    @Bean
    SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Covers every request that no earlier chain matches. */
    @Bean
    @Order(100)
    SecurityFilterChain everything(
            HttpSecurity http,
            BearerTokens tokens,
            AuthenticationProblems door,
            PublicUrl url,
            Clock clock,
            @Value("${colophon.sessions.longest:12h}") Duration longest,
            Optional<PeopleSignIn> people)
            throws Exception {
        if (longest.isNegative() || longest.isZero())
            throw new InvalidSignInSettingsException(
                    "colophon.sessions.longest is a time such as 12h, not " + longest);
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
                                                "/password.js",
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
                                        .requestMatchers("/set-up", PasswordLinks.PAGE)
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
                            // Setting any other policy would create a session for every token.
                            if (people.isEmpty())
                                session.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
                        })
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(CsrfProtection.cookie(url.isEncrypted()))
                                        .csrfTokenRequestHandler(new CsrfProtection())
                                        .requireCsrfProtectionMatcher(CsrfProtection::areNeeded))
                .requestCache(cache -> cache.disable())
                .logout(
                        logout ->
                                logout.logoutUrl(CsrfProtection.SIGN_OUT)
                                        .logoutSuccessUrl("/")
                                        .addLogoutHandler(forgetting(url)))
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
                                        .protectedResourceMetadata(
                                                at ->
                                                        at.protectedResourceMetadataCustomizer(
                                                                said ->
                                                                        said.claims(
                                                                                all ->
                                                                                        promise(
                                                                                                all,
                                                                                                url))))
                                        .withObjectPostProcessor(failuresAt(door)))
                .addFilterBefore(
                        new AuthorizationHeaderFilter(_ -> false, this::isScraper, door),
                        CsrfFilter.class);
        if (people.isPresent()) {
            var sessions = new SessionRevalidation(people.get(), longest, clock);
            http.securityContext(
                    context ->
                            context.securityContextRepository(
                                    new DelegatingSecurityContextRepository(
                                            new RequestAttributeSecurityContextRepository(),
                                            sessions)));
            people.get().addTo(http);
        }
        return http.build();
    }

    /** These values do not depend on the host that the request names. */
    private void promise(Map<String, Object> said, PublicUrl url) {
        said.clear();
        said.put("resource", url.get().toString());
        said.put(
                "authorization_servers", List.of(issuer.isEmpty() ? url.get().toString() : issuer));
        said.put("bearer_methods_supported", List.of("header"));
        said.put("resource_name", "Colophon");
    }

    /** A browser deletes the cookie only if the order has the attributes with which it was set. */
    private static CookieClearingLogoutHandler forgetting(PublicUrl url) {
        var cookie = new Cookie(CookieNames.named(CookieNames.SESSION, url.isEncrypted()), "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setHttpOnly(true);
        cookie.setSecure(url.isEncrypted());
        return new CookieClearingLogoutHandler(cookie);
    }

    private static AuthenticationManager entering(BearerTokens tokens) {
        return asked -> {
            if (asked instanceof BearerTokenAuthenticationToken bearer)
                return new ActorAuthentication(tokens.bearer(bearer.getToken()), Instant.now());
            throw new ProviderNotFoundException("Not a bearer token");
        };
    }

    /**
     * Without this, a token that cannot be checked would be reported as a defect, with status 500.
     */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresAt(
            AuthenticationProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(problems);
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

    /** True for the collector of the metrics. Its token is valid for the metrics alone. */
    private boolean isScraper(HttpServletRequest request) {
        if (metricsToken.isEmpty() || !METRICS.matches(request)) return false;
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(UTF_8), ("Bearer " + metricsToken).getBytes(UTF_8));
    }
}
