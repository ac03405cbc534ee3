package colophon.api.access;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The account that sends a query.
 *
 * @param who id of the account; not a name
 * @param role its roles here, in words, separated by commas
 * @param interest why such a role reads the records of students, in words
 * @param needsNames true if that interest requires the names of students, even of those who opted
 *     out of being named
 * @param studentId the student that the account belongs to; null for other accounts
 * @param institutions those to which its staff roles are limited; empty if they are not limited
 */
public record QueryActor(
        String who,
        String role,
        String interest,
        boolean needsNames,
        @Nullable String studentId,
        Set<String> institutions) {

    /** An account that is not limited to institutions. */
    public QueryActor(
            String who,
            String role,
            String interest,
            boolean needsNames,
            @Nullable String studentId) {
        this(who, role, interest, needsNames, studentId, Set.of());
    }

    /** A client that is not signed in. */
    public static final QueryActor NOBODY = new QueryActor("nobody", "none", "none", false, null);

    /** True if the account belongs to this student. */
    public boolean is(String someStudentId) {
        return someStudentId.equals(studentId);
    }
}
