package colophon.security.oidc;

import static colophon.security.SecurityProblem.SIGN_IN_UNAVAILABLE;

import colophon.security.PublicUrl;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The provider's metadata, fetched when the first person wants to sign in. */
final class ProviderRegistration implements ClientRegistrationRepository {

    static final String ID = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistration.class);

    private final ProviderSettings settings;
    private final PublicUrl url;
    private volatile @Nullable ClientRegistration known;

    ProviderRegistration(ProviderSettings settings, PublicUrl url) {
        this.settings = settings;
        this.url = url;
    }

    /** True if people sign in at the provider. */
    boolean areForPeople() {
        return settings.clientId() != null && !settings.clientId().isEmpty();
    }

    /** The only registration; answers 503 if the provider does not answer. */
    ClientRegistration registration() {
        var there = known;
        if (there != null) return there;
        try {
            var asked = asked();
            known = asked;
            return asked;
        } catch (RuntimeException e) {
            LOG.error("{} does not answer: {}", settings.issuer(), e.getMessage());
            throw SIGN_IN_UNAVAILABLE.because(
                    "The provider where everybody signs in does not answer. Try again.");
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) && areForPeople() ? registration() : null;
    }

    private ClientRegistration asked() {
        var registration =
                ClientRegistrations.fromOidcConfiguration(ProviderDiscovery.of(settings.issuer()))
                        .registrationId(ID)
                        .clientId(String.valueOf(settings.clientId()))
                        .redirectUri(url.get() + "/login/oauth2/code/" + ID)
                        .scope("openid");
        return settings.clientSecret() == null
                ? registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
                : registration.clientSecret(settings.clientSecret()).build();
    }
}
