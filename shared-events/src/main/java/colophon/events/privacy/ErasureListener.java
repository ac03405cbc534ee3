package colophon.events.privacy;

/** A store that keeps data of a student not sealed with the student's key. */
public interface ErasureListener {

    /**
     * Removes everything that identifies this student, durably. It is called again after a crash,
     * and for students this store never knew; then it does nothing.
     */
    void forget(String studentId);
}
