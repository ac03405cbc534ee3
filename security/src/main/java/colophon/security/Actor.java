package colophon.security;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The person or program that is signed in.
 *
 * @param id of the account, and subject of its tokens; reveals no name
 * @param roles the roles of the account
 * @param institutions the institutions that the staff roles cover; empty means all
 * @param studentId the student who owns this account; null unless the account is a student's
 */
public record Actor(
        String id, Set<Role> roles, Set<String> institutions, @Nullable String studentId) {

    /** True if the person has one of these roles. */
    public boolean is(Role... any) {
        for (var role : any) if (roles.contains(role)) return true;
        return false;
    }

    /** True if the person has any role other than student. */
    public boolean isStaff() {
        return roles.stream().anyMatch(role -> role != Role.STUDENT);
    }

    /** True if the person's staff roles cover this institution. */
    public boolean worksFor(String institutionId) {
        return isStaff() && (institutions.isEmpty() || institutions.contains(institutionId));
    }

    /** True if this student is the person. */
    public boolean isStudent(String id) {
        return roles.contains(Role.STUDENT) && id.equals(studentId);
    }
}
