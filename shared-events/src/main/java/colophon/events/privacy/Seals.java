package colophon.events.privacy;

import org.jspecify.annotations.Nullable;

/** The keys of the students: one each, kept outside the event log, destroyed to erase a person. */
public interface Seals {

    /**
     * Encrypts a value with the key of the student, made and stored durably on first use.
     *
     * @throws KeyDestroyedException if the key of this student was destroyed
     */
    Sealed seal(String studentId, String value);

    /** The value, or null when the key was destroyed (or never existed). */
    @Nullable String open(String studentId, Sealed sealed);

    /**
     * A keyed hash: the same value of the same student gives the same text, and without the key it
     * tells nothing. Makes the key on first use, as {@link #seal} does.
     */
    String fingerprint(String studentId, String value);

    /** A keyed hash with a key of the installation, not of a person: for request digests. */
    byte[] digest(byte[] value);

    /**
     * The same with the key of a student, for what must tell nothing once they are erased; 32
     * bytes. Null where the student has no key: none is made.
     */
    byte @Nullable [] digest(String studentId, byte[] value);

    /** True if the student had a key, or could have, and never will again. */
    boolean isDestroyed(String studentId);

    /**
     * Destroys the key: nothing sealed with it can be read again, and it is never made again. Where
     * there was none, none is ever made.
     */
    void destroy(String studentId);
}
