package colophon.commands.rights;

/** Tells which commits are about a student. */
@FunctionalInterface
public interface CorrectionCommits {

    /** True if there is a commit of that number, and one of its events names the student. */
    boolean isAbout(String studentId, long commit);
}
