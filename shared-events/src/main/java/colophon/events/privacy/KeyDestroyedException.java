package colophon.events.privacy;

/** A value cannot be sealed, because the student was erased and the key destroyed. */
public final class KeyDestroyedException extends IllegalStateException {

    /** Names the student by id. */
    public KeyDestroyedException(String studentId) {
        super("The key of student " + studentId + " was destroyed");
    }
}
