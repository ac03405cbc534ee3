package colophon.api.access;

import org.jspecify.annotations.Nullable;

/**
 * The owner of a thing. Each part is null if it does not apply.
 *
 * @param institutionId the institution that keeps it
 * @param studentId the student it is about
 * @param account the account that began it, if only that decides
 */
public record Owner(
        @Nullable String institutionId, @Nullable String studentId, @Nullable String account) {

    /** Owned by an institution, about no student. */
    public static Owner institution(String id) {
        return new Owner(id, null, null);
    }

    /** Owned by an institution, about a student. */
    public static Owner of(String institutionId, String studentId) {
        return new Owner(institutionId, studentId, null);
    }

    /** A student; no institution owns students. */
    public static Owner student(String id) {
        return new Owner(null, id, null);
    }

    /** Owned by the account that began it. */
    public static Owner account(String id) {
        return new Owner(null, null, id);
    }
}
