package colophon.security.oidc;

import colophon.api.access.Actor;
import colophon.security.BearerTokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.client.RestTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Checks the provider's tokens with its keys. The keys are fetched with the first token, not at
 * start, so that an outage of the provider does not prevent a start.
 */
final class ProviderTokens implements BearerTokens {

    /** The provider's clock may differ from ours by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(
                    SignatureAlgorithm.RS256,
                    SignatureAlgorithm.RS384,
                    SignatureAlgorithm.RS512,
                    SignatureAlgorithm.PS256,
                    SignatureAlgorithm.ES256,
                    SignatureAlgorithm.ES384);

    private final ProviderSettings settings;
    private final ProviderClaims claims;
    private final Clock clock;
    private volatile @Nullable JwtDecoder decoder;

    ProviderTokens(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.claims = new ProviderClaims(settings);
        this.clock = clock;
    }

    @Override
    public Actor bearer(String token) {
        try {
            var jwt = decoder().decode(token);
            return claims.person(jwt.getClaims())
                    .orElseThrow(() -> new BadJwtException("The token does not say whose it is"));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid", e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException(String.valueOf(e.getMessage()), e);
        }
    }

    private JwtDecoder decoder() {
        var known = decoder;
        if (known != null) return known;
        try {
            var made = made();
            decoder = made;
            return made;
        } catch (RuntimeException e) {
            throw new AuthenticationServiceException(
                    settings.issuer() + " does not answer: " + e.getMessage(), e);
        }
    }

    private JwtDecoder made() {
        var made =
                NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                        .restOperations(new RestTemplate(ProviderDiscovery.connections()))
                        .validateType(false) // checked below: not all access tokens have one
                        .jwsAlgorithms(all -> all.addAll(ALGORITHMS))
                        .jwtProcessorCustomizer(
                                processor ->
                                        processor.setJWSTypeVerifier(
                                                new DefaultJOSEObjectTypeVerifier<>(
                                                        null,
                                                        JOSEObjectType.JWT,
                                                        new JOSEObjectType("at+jwt"))))
                        .build();
        var time = new JwtTimestampValidator(CLOCKS_DIFFER);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        made.setJwtValidator(
                new DelegatingOAuth2TokenValidator<Jwt>(
                        time,
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtClaimValidator<List<String>>(
                                "aud", aud -> aud != null && aud.contains(settings.audience())),
                        // An ID token says that someone signed in somewhere; it grants no access.
                        without("nonce"),
                        without("at_hash"),
                        jwt ->
                                jwt.getClaims().getOrDefault("typ", "Bearer").equals("Bearer")
                                        ? OAuth2TokenValidatorResult.success()
                                        : refused("typ")));
        return made;
    }

    /** Spring's own claim validator never accepts a missing claim. */
    private static OAuth2TokenValidator<Jwt> without(String claim) {
        return jwt -> jwt.hasClaim(claim) ? refused(claim) : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String claim) {
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "Not with this " + claim, null));
    }
}
