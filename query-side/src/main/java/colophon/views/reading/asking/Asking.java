package colophon.views.reading.asking;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who asks.
 *
 * @param who id of the account; tells no name
 * @param role what they are here, in words; more than one with commas between
 * @param interest why such a role looks at the records of students, in words
 * @param needsNames true if that interest needs to know who a student is, also where the student
 *     wants not to be named
 * @param studentId the student whose own records these are; null unless they are a student
 * @param institutions those to which their roles of staff are limited; none if they are for all
 */
public record Asking(
        String who,
        String role,
        String interest,
        boolean needsNames,
        @Nullable String studentId,
        Set<String> institutions) {

    /** Somebody who is limited to no institution. */
    public Asking(
            String who,
            String role,
            String interest,
            boolean needsNames,
            @Nullable String studentId) {
        this(who, role, interest, needsNames, studentId, Set.of());
    }

    /** Somebody who did not sign in. */
    public static final Asking NOBODY = new Asking("nobody", "none", "none", false, null);

    /** True if these are the records of the one who asks. */
    public boolean is(String someStudentId) {
        return someStudentId.equals(studentId);
    }
}
