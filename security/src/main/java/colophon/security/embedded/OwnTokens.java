package colophon.security.embedded;

import colophon.security.Person;
import colophon.security.Tokens;
import colophon.security.accounts.Accounts;

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
 * Tokens that this process issued. They say who it is; what they are is asked of the account each
 * time, so that a role taken away, or an account disabled, is so at once.
 */
final class OwnTokens implements Tokens {

    static final String AUDIENCE = "colophon";

    /** RFC 9068: so that no other kind of token is taken for one that opens the door. */
    static final String TYPE = "at+jwt";

    /** The claim with the generation of the account that a token was issued in. */
    static final String GENERATION = "generation";

    /** How long one lives. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final NimbusJwtDecoder decoder;

    OwnTokens(Accounts accounts, JWKSource<SecurityContext> keys, String issuer, Clock clock) {
        this.accounts = accounts;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(OwnTokens::needsATime); // the rest is below
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

    /** Checked here, since further on a missing one has been made up. */
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
    public Person bearer(String token) {
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

    /** Keys that cannot be read just now say nothing against a token. */
    private static void throwOutage(JwtException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof AxonTransientException outage) throw outage;
    }
}
