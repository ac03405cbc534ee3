package colophon.security.embedded;

import colophon.security.RefusedSignInException;
import colophon.security.Role;
import colophon.security.accounts.Account;
import colophon.security.accounts.Account.Kind;
import colophon.security.accounts.Accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Lets the first one in: an installation without accounts could never get any. */
final class Bootstrap implements SmartInitializingSingleton {

    /** The variable of the environment that names the first client. */
    static final String VARIABLE = "COLOPHON_BOOTSTRAP_CLIENT";

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String client;

    Bootstrap(Accounts accounts, PasswordEncoder encoder, Clock clock, String client) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
        this.client = client;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isEmpty() || client.isEmpty()) return;
        var colon = client.indexOf(':');
        var name = colon < 0 ? "" : client.substring(0, colon);
        var secret = client.substring(colon + 1);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                || secret.isEmpty()
                || secret.getBytes(StandardCharsets.UTF_8).length > 72)
            throw new RefusedSignInException(
                    VARIABLE + " is id:secret, the id an identifier, the secret 1 to 72 bytes");
        // Tokens tell the time in seconds.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        accounts.add(
                new Account(
                        UUID.randomUUID().toString(),
                        Kind.PROGRAM,
                        name,
                        encoder.encode(secret),
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(),
                        null,
                        false,
                        now,
                        now));
        LOG.info("The client {} of {} is administrator", name, VARIABLE);
    }
}
