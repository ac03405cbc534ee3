package colophon.views;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Seals that encrypt nothing, but forget like real ones. */
public final class PlainSeals implements Seals {

    private final Set<String> destroyed = ConcurrentHashMap.newKeySet();

    @Override
    public Sealed seal(String studentId, String value) {
        return Given.sealed(value);
    }

    @Override
    public @Nullable String open(String studentId, Sealed sealed) {
        return destroyed.contains(studentId) ? null : sealed.text().substring("sealed:".length());
    }

    @Override
    public String fingerprint(String studentId, String value) {
        return value;
    }

    @Override
    public byte @Nullable [] digest(String studentId, byte[] value) {
        return null;
    }

    @Override
    public boolean isDestroyed(String studentId) {
        return false;
    }

    @Override
    public byte[] digest(byte[] value) {
        return value.clone();
    }

    @Override
    public void destroy(String studentId) {
        destroyed.add(studentId);
    }

    void forgetDestruction() {
        destroyed.clear();
    }
}
