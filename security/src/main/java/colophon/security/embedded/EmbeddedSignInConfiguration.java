package colophon.security.embedded;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import colophon.security.PublicUrl;
import colophon.security.Role;
import colophon.security.SignedIn;
import colophon.security.WithProvider;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;
import colophon.security.accounts.PasswordLinks;
import colophon.security.accounts.Secrets;
import colophon.security.chain.AuthorizationHeader;
import colophon.security.chain.ProblemAnswer;

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
@Conditional(WithProvider.Without.class)
class EmbeddedSignInConfiguration {

    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    @Bean
    Secrets secrets() {
        return new Secrets();
    }

    @Bean
    PasswordLinks passwordLinks(PublicUrl url, Clock clock) {
        return new PasswordLinks(url.get(), clock);
    }

    @Bean
    TokenKeys tokenKeys(Accounts accounts, Clock clock) {
        return new TokenKeys(accounts, clock);
    }

    /** Includes old keys, for those who check tokens. */
    @Bean
    JWKSource<SecurityContext> keysOfTokens(TokenKeys keys) {
        return (selector, _) -> selector.select(keys.all());
    }

    @Bean
    OwnTokens ownTokens(
            Accounts accounts, JWKSource<SecurityContext> keys, PublicUrl url, Clock clock) {
        return new OwnTokens(accounts, keys, url.get().toString(), clock);
    }

    @Bean
    AccountStanding standing(Accounts accounts, SignedIn signedIn) {
        return new AccountStanding(accounts, signedIn);
    }

    @Bean
    RegisteredClientRepository clients(Accounts accounts, Secrets secrets) {
        return new Clients(accounts, secrets);
    }

    @Bean
    OAuth2AuthorizationService issued() {
        return new NothingIssued();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicUrl url) {
        return AuthorizationServerSettings.builder().issuer(url.get().toString()).build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(TokenKeys keys, Accounts accounts, Clock clock) {
        var generator =
                new JwtGenerator(
                        new NimbusJwtEncoder(
                                (selector, _) -> selector.select(new JWKSet(keys.newest()))));
        generator.setClock(clock);
        generator.setJwtCustomizer(context -> describe(context, accounts));
        return generator;
    }

    /** The subject reveals no name, because it is logged with everything that its owner does. */
    private static void describe(JwtEncodingContext context, Accounts accounts) {
        var account = accounts.find(context.getRegisteredClient().getId()).orElseThrow();
        context.getJwsHeader().type(OwnTokens.TYPE);
        var claims =
                context.getClaims()
                        .subject(account.id())
                        .audience(List.of(OwnTokens.AUDIENCE))
                        .claim(OwnTokens.GENERATION, account.generation())
                        .claim("roles", account.roles().stream().map(Role::word).sorted().toList());
        if (!account.institutions().isEmpty())
            claims.claim("institutions", account.institutions().stream().sorted().toList());
        if (account.studentId() != null) claims.claim("student", account.studentId());
    }

    @Bean
    Bootstrap bootstrap(
            Accounts accounts,
            Secrets secrets,
            Clock clock,
            @Value("${" + Bootstrap.VARIABLE + ":}") String client) {
        return new Bootstrap(accounts, secrets, clock, client);
    }

    /** The endpoints where programs get tokens, and where others get the keys to check them. */
    @Bean
    @Order(10)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http,
            Accounts accounts,
            Attempts attempts,
            ProblemAnswer problems,
            PublicUrl url)
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
                                                                new RefusedClients(problems))))
                .authorizeHttpRequests(to -> to.anyRequest().authenticated())
                .addFilterBefore(
                        new AuthorizationHeader(
                                pathPattern(TOKEN),
                                _ -> false,
                                RefusedClients::notReadable,
                                problems),
                        CsrfFilter.class)
                .addFilterAfter(new Metadata(METADATA, url.get(), TOKEN, KEYS), CsrfFilter.class)
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
            AuthenticationProvider any, Accounts accounts, Attempts attempts) {
        return any instanceof ClientSecretAuthenticationProvider secrets
                ? new PacedClients(secrets, accounts, attempts)
                : any;
    }
}
