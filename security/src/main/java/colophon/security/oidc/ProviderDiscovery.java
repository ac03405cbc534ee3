package colophon.security.oidc;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** Reads the provider's metadata, with a limited wait. */
final class ProviderDiscovery {

    /** A provider that hangs must not hold up all requests. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private ProviderDiscovery() {}

    /** Reads the metadata; throws if there is no answer, or if it names another issuer. */
    static Map<String, Object> of(String issuer) {
        var at = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
        var said =
                new RestTemplate(connections()).exchange(at, HttpMethod.GET, null, JSON).getBody();
        if (said == null || !issuer.equals(said.get("issuer")))
            throw new IllegalStateException(
                    "the issuer at " + at + " is " + (said == null ? null : said.get("issuer")));
        return said;
    }

    /** The HTTP connections to the provider. */
    static ClientHttpRequestFactory connections() {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
