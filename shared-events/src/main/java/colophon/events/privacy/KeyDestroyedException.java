package colophon.events.privacy;

/** Something was to be sealed for a person whose key was destroyed: they are erased. */
public final class KeyDestroyedException extends IllegalStateException {

    /** The key of this student. */
    public KeyDestroyedException(String studentId) {
        super("The key of student " + studentId + " was destroyed");
    }
}
