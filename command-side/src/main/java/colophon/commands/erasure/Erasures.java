package colophon.commands.erasure;

/** Carries out what was confirmed. */
public interface Erasures {

    /**
     * Destroys the key of this student, and lets everybody forget who keeps something of theirs.
     * The log says already that they are erased: what fails here is tried again until it is done,
     * and after a crash at the next start.
     */
    void carryOut(String studentId);
}
