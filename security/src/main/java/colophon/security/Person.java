package colophon.security;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who is signed in: a person or a program.
 *
 * @param id of the account, the subject of its tokens; tells no name
 * @param roles what they are
 * @param institutions those that the roles of staff are for; empty means all
 * @param studentId the student whose own records these are; null unless they are a student
 */
public record Person(
        String id, Set<Role> roles, Set<String> institutions, @Nullable String studentId) {

    /** True if they have one of these roles. */
    public boolean is(Role... any) {
        for (var role : any) if (roles.contains(role)) return true;
        return false;
    }

    /** True if they work for, or audit, some institution: everybody but students and strangers. */
    public boolean isStaff() {
        return roles.stream().anyMatch(role -> role != Role.STUDENT);
    }

    /** True if their roles of staff are for this institution as well. */
    public boolean worksFor(String institutionId) {
        return isStaff() && (institutions.isEmpty() || institutions.contains(institutionId));
    }

    /** True if these are the own records of this student. */
    public boolean isStudent(String id) {
        return roles.contains(Role.STUDENT) && id.equals(studentId);
    }
}
