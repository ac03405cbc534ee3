package colophon.commands.gateway;

/**
 * A command with texts that are sealed for one student, or that reveal such texts. Its digest is
 * made with that student's key, so that once the key is destroyed nothing can confirm a guess at
 * the texts.
 */
public interface SealedForStudent {

    /** Id of the student whose key seals the texts. */
    String studentId();
}
