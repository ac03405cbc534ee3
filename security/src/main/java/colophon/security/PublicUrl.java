package colophon.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.stream.Stream;

/** The address where people and programs reach this installation. Tokens and links contain it. */
@Component
public class PublicUrl {

    private final URI url;

    PublicUrl(
            @Value("${colophon.public-url:}") String url,
            @Value("${server.port:8080}") int port,
            Environment settings) {
        this.url =
                url.isEmpty()
                        ? URI.create(
                                (isEncrypted(settings) ? "https" : "http") + "://localhost:" + port)
                        : checked(url);
    }

    /** Has no slash at its end. */
    public URI get() {
        return url;
    }

    /** True if browsers use TLS, whether this server or a proxy ends it. */
    public boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    /** True if this server itself ends TLS. */
    public static boolean isEncrypted(Environment settings) {
        return settings.getProperty("server.ssl.enabled", Boolean.class, true)
                && Stream.of("bundle", "certificate", "key-store")
                        .anyMatch(name -> settings.containsProperty("server.ssl." + name));
    }

    private static URI checked(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null) return URI.create(url.replaceAll("/$", ""));
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw new InvalidSignInSettingsException(
                "colophon.public-url is '%s'; it is an address such as https://colophon.example.org"
                        .formatted(url));
    }
}
