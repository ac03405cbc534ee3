package colophon.security.passkeys;

import colophon.security.accounts.Passkey;
import colophon.security.accounts.Passkeys;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The stored passkeys in the terms of WebAuthn. */
final class PasskeyCredentials implements UserCredentialRepository {

    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyCredentials(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** Called for a new passkey, and after each use of one. */
    @Override
    public void save(CredentialRecord record) {
        var id = record.getCredentialId().toBase64UrlString();
        var known = passkeys.find(id);
        if (known.isEmpty()) {
            passkeys.add(made(id, record));
            return;
        }
        var count = record.getSignatureCount();
        // A device's count must grow. If it does not, a copy of the device exists.
        if (count != 0 && count <= known.get().signatures())
            throw new PasskeyRefusedException(PasskeyRefusedException.NOT_RIGHT);
        passkeys.used(id, clock.instant(), count);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.find(id.toBase64UrlString()).map(this::record).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.accountOf(handle.toBase64UrlString()).stream()
                .flatMap(account -> passkeys.of(account).stream())
                .map(this::record)
                .toList();
    }

    /**
     * Never called: {@link PasskeyApi} removes a passkey, together with the account it belongs to.
     */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }

    private Passkey made(String id, CredentialRecord record) {
        var account = passkeys.accountOf(record.getUserEntityUserId().toBase64UrlString());
        return new Passkey(
                id,
                account.orElseThrow(),
                record.getLabel(),
                clock.instant(),
                null,
                Objects.requireNonNull(record.getAttestationObject()).toBase64UrlString(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toUnmodifiableSet()),
                record.getSignatureCount());
    }

    /** The key, and whether it is backed up, are read from the attestation. */
    private CredentialRecord record(Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(Bytes.fromBase64(passkeys.handle(passkey.accountId())))
                .publicKey(new ImmutablePublicKeyCose(new byte[0]))
                .attestationObject(Bytes.fromBase64(passkey.attestation()))
                .signatureCount(passkey.signatures())
                .uvInitialized(true)
                .transports(
                        passkey.transports().stream()
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toUnmodifiableSet()))
                .created(passkey.madeAt())
                .label(passkey.label())
                .build();
    }
}
