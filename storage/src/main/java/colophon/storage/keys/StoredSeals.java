package colophon.storage.keys;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;

/** Seals with keys that a database holds, whatever the database is. */
abstract class StoredSeals implements Seals, AutoCloseable {

    private final SecureRandom random = new SecureRandom();

    /** The key of the installation. */
    abstract SealKey installation();

    /** The key of a student; null if it was destroyed, or not made yet. */
    abstract @Nullable SealKey known(String studentId);

    /** Makes the key of a student. Throws KeyDestroyedException if it was destroyed. */
    abstract SealKey make(String studentId);

    @Override
    public final Sealed seal(String studentId, String value) {
        return key(studentId).seal(studentId, value, random);
    }

    @Override
    public final @Nullable String open(String studentId, Sealed sealed) {
        var key = known(studentId);
        return key == null ? null : key.open(studentId, sealed);
    }

    @Override
    public final String fingerprint(String studentId, String value) {
        return key(studentId).fingerprint(value);
    }

    @Override
    public final byte[] digest(byte[] value) {
        return installation().digest(value);
    }

    @Override
    public final byte @Nullable [] digest(String studentId, byte[] value) {
        var key = known(studentId);
        return key == null ? null : key.digest(value);
    }

    @Override
    public abstract void close();

    private SealKey key(String studentId) {
        var key = known(studentId);
        return key == null ? make(studentId) : key;
    }

    /** A fresh secret. */
    final byte[] secret() {
        var secret = new byte[SealKey.LENGTH];
        random.nextBytes(secret);
        return secret;
    }
}
