package colophon.security.embedded;

import colophon.security.accounts.Account;
import colophon.security.accounts.Account.Kind;
import colophon.security.accounts.Accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The programs among the accounts, as the authorization server sees them. */
final class Clients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(10)).build();

    private final Accounts accounts;

    Clients(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are changed as accounts");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return seen(accounts.find(id));
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return seen(accounts.named(Kind.PROGRAM, clientId));
    }

    private static @Nullable RegisteredClient seen(Optional<Account> account) {
        return account.filter(a -> a.kind() == Kind.PROGRAM && !a.disabled() && a.secret() != null)
                .map(Clients::client)
                .orElse(null);
    }

    private static RegisteredClient client(Account account) {
        return RegisteredClient.withId(account.id())
                .clientId(account.name())
                .clientSecret(Objects.requireNonNull(account.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }
}
