package colophon.commands.campus;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

/** Seals that hide nothing, so that sealed values can be compared. */
final class OpenSeals implements Seals {

    @Override
    public Sealed seal(String studentId, String value) {
        return new Sealed(value);
    }

    @Override
    public @Nullable String open(String studentId, Sealed sealed) {
        return sealed.text();
    }

    @Override
    public String fingerprint(String studentId, String value) {
        return "print of " + value;
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
        throw new UnsupportedOperationException();
    }
}
