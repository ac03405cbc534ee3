package colophon.security.oidc;

import colophon.security.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;
import java.util.Optional;

/**
 * The provider, and what its claims are called.
 *
 * @param issuer as it stands in its tokens
 * @param audience what tokens for us must be for
 * @param rolesClaim where the roles are, with dots into what is nested
 * @param institutionsClaim where the institutions of staff are
 * @param studentClaim where the id of a student is
 * @param roleMap our word for each of their roles; without an entry, their word is ours
 * @param clientId of the sign-in of people; null if only programs come
 * @param clientSecret of that client; null if it is a public one
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

    /** Without the secret: it must not get into a log. */
    @Override
    public String toString() {
        return "ProviderSettings " + issuer;
    }

    /** Our role for one of theirs, if it is one. */
    Optional<Role> role(String theirs) {
        return Role.of(roleMap.getOrDefault(theirs, theirs));
    }
}
