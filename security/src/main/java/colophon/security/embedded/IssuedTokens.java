package colophon.security.embedded;

import colophon.api.access.Actor;
import colophon.security.BearerTokens;
import colophon.security.accounts.UserAccounts;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Checks tokens that this installation issued. A token only identifies the account. The rights are
 * read from the account each time, so removing a role or disabling an account takes effect at once.
 */
final class IssuedTokens implements BearerTokens {

    static final String AUDIENCE = "colophon";

    /**
     * The type of an access token (RFC 9068), so that no other kind of token is accepted as one.
     */
    static final String TYPE = "at+jwt";

    /** The claim with the account generation in which a token was issued. */
    static final String GENERATION = "generation";

    /** How long a token is valid. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final UserAccounts accounts;
    private final NimbusJwtDecoder decoder;

    IssuedTokens(
            UserAccounts accounts, JWKSource<SecurityContext> keys, String issuer, Clock clock) {
        this.accounts = accounts;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(IssuedTokens::needsATime); // the rest is checked below
        decoder = new NimbusJwtDecoder(processor);
        var time = new JwtTimestampValidator(Duration.ofSeconds(5));
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        time,
                        new JwtIssuerValidator(issuer),
                        new JwtClaimValidator<List<String>>(
                                "aud", aud -> aud != null && aud.contains(AUDIENCE))));
    }

    /** Checked here, because a later step fills in a missing time. */
    private static void needsATime(JWTClaimsSet claims, @Nullable SecurityContext context)
            throws BadJWTException {
        var from = claims.getIssueTime();
        if (from == null) throw new BadJWTException("Without iat");
        var until = claims.getExpirationTime();
        if (until == null
                || Duration.between(from.toInstant(), until.toInstant()).compareTo(LIFE) > 0)
            throw new BadJWTException("Not one of those that live so long");
    }

    @Override
    public Actor bearer(String token) {
        try {
            var jwt = decoder.decode(token);
            var account = accounts.find(String.valueOf(jwt.getSubject()));
            return account.filter(
                            known ->
                                    jwt.getClaims().get(GENERATION) instanceof Long generation
                                            && known.accepts(generation))
                    .orElseThrow(() -> new BadJwtException("The account is not valid any more"))
                    .person();
        } catch (JwtException e) {
            throwOutage(e);
            throw new InvalidBearerTokenException("The token is not valid", e);
        }
    }

    /** If the keys cannot be read at the moment, that says nothing about the token. */
    private static void throwOutage(JwtException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof AxonTransientException outage) throw outage;
    }
}
