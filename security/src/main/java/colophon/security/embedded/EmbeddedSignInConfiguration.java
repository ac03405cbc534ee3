package colophon.security.embedded;

import colophon.security.PublicUrl;
import colophon.security.Role;
import colophon.security.WithProvider;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Attempts;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Spring's authorization server in this process, on accounts of our own. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithProvider.Without.class)
class EmbeddedSignInConfiguration {

    /** 2 to the power of it rounds: some 50 ms, for each guess as well as for each sign-in. */
    private static final int COST = 10;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    }

    @Bean
    TokenKeys tokenKeys(Accounts accounts, Clock clock) {
        return new TokenKeys(accounts, clock);
    }

    /** For those who check tokens: old keys, too. */
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
    RegisteredClientRepository clients(Accounts accounts) {
        return new Clients(accounts);
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
    OAuth2TokenGenerator<?> tokenGenerator(TokenKeys keys, Accounts accounts) {
        var generator =
                new JwtGenerator(
                        new NimbusJwtEncoder(
                                (selector, _) -> selector.select(new JWKSet(keys.newest()))));
        generator.setJwtCustomizer(context -> describe(context, accounts));
        return generator;
    }

    /** The subject tells no name: it goes into the log with everything that its owner does. */
    private static void describe(JwtEncodingContext context, Accounts accounts) {
        var account = accounts.find(context.getRegisteredClient().getId()).orElseThrow();
        context.getJwsHeader().type(OwnTokens.TYPE);
        var claims =
                context.getClaims()
                        .subject(account.id())
                        .audience(List.of(OwnTokens.AUDIENCE))
                        .claim("roles", account.roles().stream().map(Role::word).sorted().toList());
        if (!account.institutions().isEmpty())
            claims.claim("institutions", account.institutions().stream().sorted().toList());
        if (account.studentId() != null) claims.claim("student", account.studentId());
    }

    @Bean
    Bootstrap bootstrap(
            Accounts accounts,
            PasswordEncoder encoder,
            Clock clock,
            @Value("${" + Bootstrap.VARIABLE + ":}") String client) {
        return new Bootstrap(accounts, encoder, clock, client);
    }

    /** What programs ask for tokens, and whoever wants to check these by themselves. */
    @Bean
    @Order(10)
    SecurityFilterChain tokenEndpoint(HttpSecurity http, Attempts attempts) throws Exception {
        return http.securityMatcher(
                        "/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(to -> to.anyRequest().authenticated())
                .addFilterBefore(new Pace(attempts), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }
}
