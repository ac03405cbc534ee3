package colophon.security.passkeys;

import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Our accounts in the terms of WebAuthn. The user name there is our account id. */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final UserAccounts accounts;
    private final Passkeys passkeys;

    PasskeyUsers(UserAccounts accounts, Passkeys passkeys) {
        this.accounts = accounts;
        this.passkeys = passkeys;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return passkeys.accountOf(handle.toBase64UrlString())
                .flatMap(accounts::find)
                .map(this::entity)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String accountId) {
        return accounts.find(accountId).map(this::entity).orElse(null);
    }

    /** Never called, since every account has a handle already. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("There is no account " + entity.getName());
    }

    /** Never called, since a handle is erased with its account. */
    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException();
    }

    /** The display name is what the device shows when its owner chooses a passkey. */
    private PublicKeyCredentialUserEntity entity(UserAccount account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(passkeys.handle(account.id())))
                .name(account.name())
                .displayName(account.name())
                .build();
    }
}
