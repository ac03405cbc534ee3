package colophon.events.privacy;

import org.jspecify.annotations.Nullable;

/**
 * The keys of the students, one each. They are kept outside the event log and destroyed to erase a
 * student.
 */
public interface Seals {

    /**
     * Encrypts a value with the key of the student. The first use makes the key and stores it
     * durably.
     *
     * @throws KeyDestroyedException if the key of this student was destroyed
     */
    Sealed seal(String studentId, String value);

    /** The value, or null if the key was destroyed or never existed. */
    @Nullable String open(String studentId, Sealed sealed);

    /**
     * A keyed hash. The same value of the same student gives the same text, and without the key it
     * reveals nothing. Makes the key on first use, as {@link #seal} does.
     */
    String fingerprint(String studentId, String value);

    /** A keyed hash with the key of the installation, for request digests. */
    byte[] digest(byte[] value);

    /**
     * A keyed hash of 32 bytes with the key of a student, so that it reveals nothing once they are
     * erased. Null if the student has no key; none is made.
     */
    byte @Nullable [] digest(String studentId, byte[] value);

    /** True if the key was destroyed, or barred before it was ever made. */
    boolean isDestroyed(String studentId);

    /**
     * Destroys the key: nothing sealed with it can be read again, and it is never made again. If
     * there was no key, none is ever made.
     */
    void destroy(String studentId);
}
