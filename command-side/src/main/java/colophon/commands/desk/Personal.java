package colophon.commands.desk;

/**
 * A command whose words are sealed for one student, or tell of what is. What tells a repetition of
 * it from another request is made with the key of that student: with the key goes whatever could
 * confirm a guess at the words.
 */
public interface Personal {

    /** The student whose key seals the words. */
    String studentId();
}
