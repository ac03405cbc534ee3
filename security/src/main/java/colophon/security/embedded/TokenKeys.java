package colophon.security.embedded;

import colophon.security.accounts.SigningKey;
import colophon.security.accounts.UserAccounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The keys that sign tokens. A new key is made each month. An old key is kept until no token signed
 * with it can be valid, plus one day.
 */
final class TokenKeys {

    static final Duration AT_WORK = Duration.ofDays(30);
    static final Duration KEPT_AFTER = Duration.ofDays(1);
    private static final int BITS = 2048;

    private final UserAccounts accounts;
    private final Clock clock;
    private volatile @Nullable KeyRing ring;

    TokenKeys(UserAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The key to sign with. */
    JWK newest() {
        return ring().newest();
    }

    /** All keys that valid tokens may be signed with. */
    JWKSet all() {
        return ring().all();
    }

    private KeyRing ring() {
        var now = clock.instant();
        var known = ring;
        if (known != null && isAtWork(known.madeAt(), now)) return known;
        return turned(now);
    }

    private synchronized KeyRing turned(Instant now) {
        var keys = new ArrayList<>(accounts.keys());
        if (keys.isEmpty() || !isAtWork(keys.getLast().madeAt(), now)) {
            var made = made(now);
            accounts.add(made);
            keys.add(made);
        }
        // The age of a key's successor shows how long the key has signed nothing.
        while (keys.size() > 1
                && keys.stream()
                        .skip(1)
                        .anyMatch(next -> next.madeAt().plus(KEPT_AFTER).isBefore(now)))
            accounts.removeKey(keys.removeFirst().id());
        var all = keys.stream().map(TokenKeys::read).toList();
        var turned =
                new KeyRing(keys.getLast().madeAt(), all.getLast(), new JWKSet(List.copyOf(all)));
        ring = turned;
        return turned;
    }

    /** A key from the future comes from a clock that was ahead, so its age is unknown. */
    private static boolean isAtWork(Instant madeAt, Instant now) {
        return madeAt.plus(AT_WORK).isAfter(now) && madeAt.isBefore(now.plus(KEPT_AFTER));
    }

    private static SigningKey made(Instant now) {
        try {
            var id = UUID.randomUUID().toString();
            var key =
                    new RSAKeyGenerator(BITS)
                            .keyID(id)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            return new SigningKey(id, now, key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK read(SigningKey key) {
        try {
            return RSAKey.parse(key.jwk());
        } catch (ParseException e) {
            throw new IllegalStateException("Key " + key.id() + " cannot be read", e);
        }
    }

    private record KeyRing(Instant madeAt, JWK newest, JWKSet all) {}
}
