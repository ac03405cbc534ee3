package colophon.security.chain;

import colophon.security.InvalidSignInSettingsException;
import colophon.security.ProviderCondition;
import colophon.security.PublicUrl;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.InetAddress;

/**
 * Refuses a start where passwords and tokens would travel unencrypted. An address that others can
 * reach needs TLS in this process, or a setting which says that a proxy ends it.
 */
@Component
class ExposureCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ExposureCheck.class);

    private final InetAddress address;
    private final boolean encrypted;

    ExposureCheck(
            @Value("${server.address}") InetAddress address,
            @Value("${colophon.trusted-network:false}") boolean trusted,
            Environment settings) {
        this.address = address;
        this.encrypted = PublicUrl.isEncrypted(settings);
        if (!address.isLoopbackAddress() && !encrypted && !trusted)
            throw new InvalidSignInSettingsException(
                    "server.address is "
                            + address.getHostAddress()
                            + ", which others can reach, and passwords would travel unencrypted."
                            + " Give a certificate (--server.ssl.bundle=…), or set"
                            + " --colophon.trusted-network=true if only your proxy reaches this"
                            + " address and ends TLS, or remove --server.address.");
        if (!settings.getProperty("colophon.mongodb.uri", "").isEmpty()
                && !ProviderCondition.isOn(settings))
            throw new InvalidSignInSettingsException(
                    "Several processes share one sign-in, an OpenID Connect provider: give"
                            + " --colophon.oidc.issuer=https://…");
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        LOG.info(
                "Colophon listens on {}://{}:{}",
                encrypted ? "https" : "http",
                address.getHostAddress(),
                event.getWebServer().getPort());
    }
}
