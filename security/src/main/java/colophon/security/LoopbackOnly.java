package colophon.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.InetAddress;

/**
 * There is no sign-in yet, so the server answers this machine only. An address that others can
 * reach is refused at start, not warned about: student records would be open to the network. Only a
 * process of the server mode can be told that the network it is on lets nobody else in.
 */
@Component
class LoopbackOnly {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackOnly.class);

    private final InetAddress address;

    LoopbackOnly(
            @Value("${server.address}") InetAddress address,
            @Value("${colophon.mongodb.uri:}") String server,
            @Value("${colophon.trusted-network:false}") boolean trusted) {
        if (!address.isLoopbackAddress() && (server.isEmpty() || !trusted))
            throw new NotLoopbackException(address, !server.isEmpty());
        this.address = address;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (!address.isLoopbackAddress()) {
            LOG.warn(
                    "Colophon listens on http://{}:{} without a sign-in: whoever reaches it reads"
                            + " and changes everything",
                    address.getHostAddress(),
                    event.getWebServer().getPort());
            return;
        }
        LOG.info(
                "Colophon listens on http://{}:{} and on no other address: there is no sign-in yet",
                address.getHostAddress(),
                event.getWebServer().getPort());
    }

    /** The configured address could be reached from elsewhere. */
    static final class NotLoopbackException extends RuntimeException {

        NotLoopbackException(InetAddress address, boolean canBeTrusted) {
            super(
                    "server.address is "
                            + address.getHostAddress()
                            + ", which others can reach. There is no sign-in yet: use 127.0.0.1 or"
                            + " leave it out"
                            + (canBeTrusted
                                    ? ", or say --colophon.trusted-network=true if only a proxy"
                                            + " of yours gets there."
                                    : "."));
        }
    }
}
