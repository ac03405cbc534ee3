package colophon.api.access;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Function;

/**
 * Who acts: the person or program that is signed in.
 *
 * @param id of the account, and subject of its tokens. It goes into the metadata of every event and
 *     scopes the idempotency keys. It must reveal no name, because it stays in the log for ever
 * @param roles the roles of the account
 * @param institutions the institutions that the staff roles cover; empty means all
 * @param studentId the student who owns this account; null unless the account is a student's
 */
public record Actor(
        String id, Set<Role> roles, Set<String> institutions, @Nullable String studentId) {

    /** A client that is not signed in. */
    public static final Actor NOBODY = without("nobody");

    /** An account without roles. */
    public static Actor without(String id) {
        return new Actor(id, Set.of(), Set.of(), null);
    }

    /** True if they have one of these roles. */
    public boolean is(Role... any) {
        for (var role : any) if (roles.contains(role)) return true;
        return false;
    }

    /** True if they have any role other than student. */
    public boolean isStaff() {
        return roles.stream().anyMatch(role -> role != Role.STUDENT);
    }

    /** True if their staff roles cover this institution. */
    public boolean worksFor(String institutionId) {
        return isStaff() && (institutions.isEmpty() || institutions.contains(institutionId));
    }

    /** True if they are this student. */
    public boolean isStudent(String id) {
        return roles.contains(Role.STUDENT) && id.equals(studentId);
    }

    /** Their roles in words, separated by commas; {@code none} if they have none. */
    public String roleWords() {
        return each(Role::word);
    }

    /** Why they read the records of students, for each role in words, separated by commas. */
    public String interests() {
        return each(Role::interest);
    }

    /** True if a role needs names, even those of students who opted out of being named. */
    public boolean needsNames() {
        return roles.stream().anyMatch(Role::needsNames);
    }

    private String each(Function<Role, String> said) {
        return roles.isEmpty() ? "none" : roles.stream().sorted().map(said).collect(joining(", "));
    }
}
