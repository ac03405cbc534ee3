package colophon.security.oidc;

import colophon.api.access.Actor;
import colophon.security.ActorAuthentication;
import colophon.security.PeopleSignIn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Signs people in at the provider (authorization code with PKCE) and then keeps a session. */
final class ProviderSignIn implements PeopleSignIn {

    static final String PAGE = "/sign-in";

    /**
     * Rights that the provider removes are noticed at the next sign-in, so people sign in every
     * hour.
     */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final ProviderRegistration registrations;
    private final ProviderTokens tokens;
    private final ProviderClaims claims;
    private final Clock clock;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final OidcUserService users = users();

    ProviderSignIn(
            ProviderRegistration registrations,
            ProviderTokens tokens,
            ProviderSettings settings,
            Clock clock) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.claims = new ProviderClaims(settings);
        this.clock = clock;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(
                login ->
                        login.loginPage(PAGE)
                                .clientRegistrationRepository(registrations)
                                .authorizedClientRepository(
                                        new HttpSessionOAuth2AuthorizedClientRepository())
                                .authorizationEndpoint(
                                        at -> at.authorizationRequestResolver(requests))
                                .tokenEndpoint(at -> at.accessTokenResponseClient(impatient()))
                                .userInfoEndpoint(at -> at.oidcUserService(this::providerUser))
                                .successHandler(this::enter)
                                .failureHandler(ProviderSignIn::failed));
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Optional<Actor> current(ActorAuthentication authentication) {
        // The absolute difference is compared, so that a clock that was ahead cannot prolong the
        // session.
        return Duration.between(authentication.since(), clock.instant()).abs().compareTo(LONGEST)
                        < 0
                ? Optional.of(authentication.actor())
                : Optional.empty();
    }

    private static RestClientAuthorizationCodeTokenResponseClient impatient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(ProviderDiscovery.connections())
                        .configureMessageConverters(
                                with ->
                                        with.addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return client;
    }

    private static OidcUserService users() {
        var asking = new RestTemplate(ProviderDiscovery.connections());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var known = new DefaultOAuth2UserService();
        known.setRestOperations(asking);
        var users = new OidcUserService();
        users.setOauth2UserService(known);
        return users;
    }

    /** Some providers put the roles only into the access token, others only into the ID token. */
    private OidcUser providerUser(OidcUserRequest request) {
        var user = users.loadUser(request);
        return new ProviderUser(user, person(request.getAccessToken().getTokenValue(), user));
    }

    private Actor person(String accessToken, OidcUser user) {
        try {
            return tokens.bearer(accessToken);
        } catch (AuthenticationException _) {
            return claims.person(user.getClaims())
                    .orElseThrow(() -> new OAuth2AuthenticationException("no_subject"));
        }
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, Authentication there)
            throws IOException {
        if (!(there.getPrincipal() instanceof ProviderUser known))
            throw new IllegalStateException("Not from our user service");
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(known.actor, clock.instant()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        response.sendRedirect("/");
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var reason =
                e instanceof OAuth2AuthenticationException it ? it.getError().getErrorCode() : "";
        LOG.info("Nobody was signed in: {}", reason.replaceAll("[^A-Za-z0-9_]", "?"));
        response.sendRedirect(PAGE + "?failed");
    }

    /** A person that the provider authenticated, with our roles. */
    private static final class ProviderUser extends DefaultOidcUser {

        private static final long serialVersionUID = 1;

        private final transient Actor actor;

        ProviderUser(OidcUser user, Actor actor) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.actor = actor;
        }
    }
}
