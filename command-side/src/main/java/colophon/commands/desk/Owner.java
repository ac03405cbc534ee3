package colophon.commands.desk;

import org.jspecify.annotations.Nullable;

/**
 * Whose a thing is; null for what it has nothing to do with.
 *
 * @param institutionId the institution that keeps it
 * @param studentId the student whom it is about
 * @param account who began it, where that alone decides
 */
public record Owner(
        @Nullable String institutionId, @Nullable String studentId, @Nullable String account) {

    /** Of what is there for all, or not there at all. */
    public static final Owner NOBODY = new Owner(null, null, null);

    /** Kept by an institution, about nobody. */
    public static Owner institution(String id) {
        return new Owner(id, null, null);
    }

    /** Kept by an institution, about a student. */
    public static Owner of(String institutionId, String studentId) {
        return new Owner(institutionId, studentId, null);
    }

    /** A student, whom no institution owns. */
    public static Owner student(String id) {
        return new Owner(null, id, null);
    }

    /** Begun by somebody. */
    public static Owner account(String id) {
        return new Owner(null, null, id);
    }
}
