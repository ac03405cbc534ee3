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
 * reach is refused at start, not warned about: student records would be open to the network.
 */
@Component
class LoopbackOnly {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackOnly.class);

    private final InetAddress address;

    LoopbackOnly(@Value("${server.address}") InetAddress address) {
        if (!address.isLoopbackAddress()) throw new NotLoopbackException(address);
        this.address = address;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        LOG.info(
                "Colophon listens on http://{}:{} and on no other address: there is no sign-in yet",
                address.getHostAddress(),
                event.getWebServer().getPort());
    }

    /** The configured address could be reached from elsewhere. */
    static final class NotLoopbackException extends RuntimeException {

        NotLoopbackException(InetAddress address) {
            super(
                    "server.address is "
                            + address.getHostAddress()
                            + ", which others can reach. There is no sign-in yet: use 127.0.0.1 or"
                            + " leave it out.");
        }
    }
}
