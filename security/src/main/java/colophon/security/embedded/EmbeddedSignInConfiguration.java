package colophon.security.embedded;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import colophon.api.access.CurrentActor;
import colophon.api.access.Role;
import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;
import colophon.security.accounts.PasswordLinks;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.SignInAttempts;
import colophon.security.chain.AuthorizationHeaderFilter;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.csrf.CsrfFilter;

import java.time.Clock;
import java.util.List;

/** Spring's authorization server in this process, with our own accounts. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderCondition.Without.class)
class EmbeddedSignInConfiguration {

    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    @Bean
    SecretHashes secrets() {
        return new SecretHashes();
    }

    @Bean
    PasswordLinks passwordLinks(PublicUrl url, Clock clock) {
        return new PasswordLinks(url.get(), clock);
    }

    @Bean
    TokenKeys tokenKeys(UserAccounts accounts, Clock clock) {
        return new TokenKeys(accounts, clock);
    }

    /** Includes old keys, for those who check tokens. */
    @Bean
    JWKSource<SecurityContext> keysOfTokens(TokenKeys keys) {
        return (selector, _) -> selector.select(keys.all());
    }

    @Bean
    IssuedTokens ownTokens(
            UserAccounts accounts, JWKSource<SecurityContext> keys, PublicUrl url, Clock clock) {
        return new IssuedTokens(accounts, keys, url.get().toString(), clock);
    }

    @Bean
    UserAccountRecheck standing(UserAccounts accounts, CurrentActor currentActor) {
        return new UserAccountRecheck(accounts, currentActor);
    }

    @Bean
    RegisteredClientRepository clients(UserAccounts accounts, SecretHashes secrets) {
        return new RegisteredClients(accounts, secrets);
    }

    @Bean
    OAuth2AuthorizationService issued() {
        return new StatelessAuthorizations();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicUrl url) {
        return AuthorizationServerSettings.builder().issuer(url.get().toString()).build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(TokenKeys keys, UserAccounts accounts, Clock clock) {
        var generator =
                new JwtGenerator(
                        new NimbusJwtEncoder(
                                (selector, _) -> selector.select(new JWKSet(keys.newest()))));
        generator.setClock(clock);
        generator.setJwtCustomizer(context -> describe(context, accounts));
        return generator;
    }

    /** The subject reveals no name, because it is logged with everything that its owner does. */
    private static void describe(JwtEncodingContext context, UserAccounts accounts) {
        var account = accounts.find(context.getRegisteredClient().getId()).orElseThrow();
        context.getJwsHeader().type(IssuedTokens.TYPE);
        var claims =
                context.getClaims()
                        .subject(account.id())
                        .audience(List.of(IssuedTokens.AUDIENCE))
                        .claim(IssuedTokens.GENERATION, account.generation())
                        .claim("roles", account.roles().stream().map(Role::word).sorted().toList());
        if (!account.institutions().isEmpty())
            claims.claim("institutions", account.institutions().stream().sorted().toList());
        if (account.studentId() != null) claims.claim("student", account.studentId());
    }

    @Bean
    FirstClientBootstrap bootstrap(
            UserAccounts accounts,
            SecretHashes secrets,
            Clock clock,
            @Value("${" + FirstClientBootstrap.VARIABLE + ":}") String client) {
        return new FirstClientBootstrap(accounts, secrets, clock, client);
    }

    /** The endpoints where programs get tokens, and where others get the keys to check them. */
    @Bean
    @Order(10)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http, UserAccounts accounts, SignInAttempts attempts, PublicUrl url)
            throws Exception {
        return http.securityMatcher(TOKEN, KEYS, METADATA)
                .oauth2AuthorizationServer(
                        server ->
                                server.clientAuthentication(
                                        client ->
                                                client.authenticationConverters(
                                                                all ->
                                                                        all.removeIf(
                                                                                it ->
                                                                                        !readsSecret(
                                                                                                it)))
                                                        .authenticationProviders(
                                                                all ->
                                                                        all.replaceAll(
                                                                                it ->
                                                                                        paced(
                                                                                                it,
                                                                                                accounts,
                                                                                                attempts)))
                                                        .errorResponseHandler(
                                                                new TokenErrorHandler())))
                .authorizeHttpRequests(to -> to.anyRequest().authenticated())
                .addFilterBefore(
                        new AuthorizationHeaderFilter(
                                pathPattern(TOKEN), _ -> false, TokenErrorHandler::notReadable),
                        CsrfFilter.class)
                .addFilterAfter(
                        new ServerMetadataFilter(METADATA, url.get(), TOKEN, KEYS),
                        CsrfFilter.class)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** Clients have secrets and nothing else: no assertions, certificates or public clients. */
    private static boolean readsSecret(AuthenticationConverter any) {
        return any instanceof ClientSecretBasicAuthenticationConverter
                || any instanceof ClientSecretPostAuthenticationConverter;
    }

    /** Slows down the provider that compares secrets, so that nobody can guess quickly. */
    private static AuthenticationProvider paced(
            AuthenticationProvider any, UserAccounts accounts, SignInAttempts attempts) {
        return any instanceof ClientSecretAuthenticationProvider secrets
                ? new TokenEndpointThrottle(secrets, accounts, attempts)
                : any;
    }
}
