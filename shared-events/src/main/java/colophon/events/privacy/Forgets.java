package colophon.events.privacy;

/** Whoever keeps something of a student that the student's key does not seal. */
public interface Forgets {

    /**
     * Removes all that identifies this student, durably. Called again after a crash, and for
     * students it never knew: then it does nothing.
     */
    void forget(String studentId);
}
