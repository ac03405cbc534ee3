package colophon.commands.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.events.privacy.KeyDestroyedException;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** Seals with guessable keys; sealed values can be read. */
public final class FakeSeals implements Seals {

    private final Set<String> living = new HashSet<>();
    private final Set<String> destroyed = new HashSet<>();

    @Override
    public byte[] digest(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    @Override
    public synchronized byte @Nullable [] digest(String studentId, byte[] value) {
        if (!living.contains(studentId)) return null;
        return digest(
                (studentId + "\n" + Base64.getEncoder().encodeToString(value)).getBytes(UTF_8));
    }

    @Override
    public synchronized boolean isDestroyed(String studentId) {
        return destroyed.contains(studentId);
    }

    @Override
    public Sealed seal(String studentId, String value) {
        make(studentId);
        return new Sealed(value);
    }

    @Override
    public @Nullable String open(String studentId, Sealed sealed) {
        return sealed.text();
    }

    @Override
    public String fingerprint(String studentId, String value) {
        make(studentId);
        return "print of " + value;
    }

    @Override
    public synchronized void destroy(String studentId) {
        living.remove(studentId);
        destroyed.add(studentId);
    }

    private synchronized void make(String studentId) {
        if (destroyed.contains(studentId)) throw new KeyDestroyedException(studentId);
        living.add(studentId);
    }
}
