package colophon.security.oidc;

import colophon.api.access.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;
import java.util.Optional;

/**
 * The provider and the names of its claims.
 *
 * @param issuer the issuer, exactly as in the tokens
 * @param audience the audience that tokens for us must have
 * @param rolesClaim the claim with the roles; dots lead into nested claims
 * @param institutionsClaim the claim with the institutions of staff
 * @param studentClaim the claim with the id of a student
 * @param roleMap our role word for each role of the provider; a role without an entry keeps its
 *     word
 * @param clientId the client for the sign-in of people; null if only programs sign in
 * @param clientSecret the secret of that client; null if it is a public client
 */
@ConfigurationProperties("colophon.oidc")
record ProviderSettings(
        String issuer,
        @DefaultValue("colophon") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("institutions") String institutionsClaim,
        @DefaultValue("student") String studentClaim,
        @DefaultValue Map<String, String> roleMap,
        @Nullable String clientId,
        @Nullable String clientSecret) {

    /** Omits the secret, which must not get into a log. */
    @Override
    public String toString() {
        return "ProviderSettings " + issuer;
    }

    /** Our role for a role of the provider; empty if there is none. */
    Optional<Role> role(String theirs) {
        return Role.of(roleMap.getOrDefault(theirs, theirs));
    }
}
