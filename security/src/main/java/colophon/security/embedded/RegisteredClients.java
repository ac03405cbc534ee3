package colophon.security.embedded;

import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import java.util.Optional;

/** Our program accounts, as the authorization server sees them. */
final class RegisteredClients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(IssuedTokens.LIFE).build();

    private final UserAccounts accounts;

    /** The hash of a text that nobody knows, for a client that does not exist. */
    private final String nobodys;

    RegisteredClients(UserAccounts accounts, SecretHashes secrets) {
        this.accounts = accounts;
        this.nobodys = secrets.encode(SecretHashes.random());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are changed as accounts");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return seen(accounts.find(id)).orElse(null);
    }

    /**
     * For an unknown name, gives a client that accepts no secret, so that timing does not reveal
     * names.
     */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.isBlank()
                ? null
                : seen(accounts.findByName(Kind.PROGRAM, clientId))
                        .orElseGet(() -> client("nobody", clientId, nobodys));
    }

    private static Optional<RegisteredClient> seen(Optional<UserAccount> account) {
        return account.filter(it -> it.kind() == Kind.PROGRAM && !it.disabled())
                .flatMap(
                        it ->
                                Optional.ofNullable(it.secret())
                                        .map(secret -> client(it.id(), it.name(), secret)));
    }

    private static RegisteredClient client(String id, String name, String secret) {
        return RegisteredClient.withId(id)
                .clientId(name)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }
}
