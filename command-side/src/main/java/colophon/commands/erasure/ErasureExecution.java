package colophon.commands.erasure;

/** Carries out a confirmed erasure. */
public interface ErasureExecution {

    /**
     * Destroys the key of this student and removes their data from every {@code ErasureListener}
     * store. The log already records the erasure, so a failure here is retried until it succeeds,
     * and after a crash at the next start.
     */
    void carryOut(String studentId);
}
