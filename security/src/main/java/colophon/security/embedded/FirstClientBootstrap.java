package colophon.security.embedded;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.api.request.Identifier;
import colophon.security.InvalidSignInSettingsException;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Creates the first client, since an installation without accounts could never get one. */
final class FirstClientBootstrap implements SmartInitializingSingleton {

    /** The environment variable that names the first client. */
    static final String VARIABLE = "COLOPHON_BOOTSTRAP_CLIENT";

    private static final Logger LOG = LoggerFactory.getLogger(FirstClientBootstrap.class);

    private final UserAccounts accounts;
    private final SecretHashes secrets;
    private final Clock clock;
    private final String client;

    FirstClientBootstrap(UserAccounts accounts, SecretHashes secrets, Clock clock, String client) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
        this.client = client;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isEmpty() || client.isEmpty()) return;
        var colon = client.indexOf(':');
        var name = colon < 0 ? "" : client.substring(0, colon);
        var secret = client.substring(colon + 1);
        if (!name.matches(Identifier.FORM)
                || secret.isBlank()
                || secret.getBytes(StandardCharsets.UTF_8).length > SecretHashes.LONGEST)
            throw new InvalidSignInSettingsException(
                    VARIABLE + " is id:secret, the id an identifier, the secret 1 to 72 bytes");
        var id = UUID.randomUUID().toString();
        accounts.add(
                UserAccount.of(
                        id,
                        Kind.PROGRAM,
                        name,
                        secrets.encode(secret),
                        new Actor(id, Set.of(Role.ADMINISTRATOR), Set.of(), null),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        null));
        LOG.info("The client {} of {} is administrator", name, VARIABLE);
    }
}
