package colophon.security.matrix;

import colophon.api.access.Actor;
import colophon.api.access.Role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The callers that a route admits.
 *
 * @param anyone true if callers who are not signed in are admitted too
 * @param roles the roles that are admitted; one of them is enough
 * @param ofAllInstitutions true if staff are admitted only with roles for all institutions; this
 *     does not limit students, who see only their own records
 */
public record Audience(boolean anyone, Set<Role> roles, boolean ofAllInstitutions) {

    /** Everyone, signed in or not. */
    static final Audience ANYONE = new Audience(true, EnumSet.allOf(Role.class), false);

    /** Everyone who is signed in and has a role. */
    static final Audience EVERYBODY = new Audience(false, EnumSet.allOf(Role.class), false);

    /** Those who work for an institution, or audit it. */
    static final Audience STAFF =
            new Audience(false, EnumSet.complementOf(EnumSet.of(Role.STUDENT)), false);

    /** Administrators, who may call everything, and these roles. */
    static Audience administratorsAnd(Role... others) {
        var roles = EnumSet.of(Role.ADMINISTRATOR);
        roles.addAll(Arrays.asList(others));
        return new Audience(false, roles, false);
    }

    /** Students only, for their own records. */
    static Audience students() {
        return new Audience(false, EnumSet.of(Role.STUDENT), false);
    }

    /** The same, and students for their own records. */
    Audience andStudents() {
        var more = EnumSet.copyOf(roles);
        more.add(Role.STUDENT);
        return new Audience(anyone, more, ofAllInstitutions);
    }

    /** The same, without staff whose roles cover only some institutions. */
    Audience whoSeeAllInstitutions() {
        return new Audience(anyone, roles, true);
    }

    /** True if the person's roles allow the call. */
    public boolean admits(Actor actor) {
        return anyone || !of(actor).isEmpty();
    }

    /**
     * The person's roles that the route is for. Each role counts as if the person had no other. A
     * limit to institutions limits only staff roles.
     */
    Set<Role> of(Actor actor) {
        return actor.roles().stream()
                .filter(roles::contains)
                .filter(
                        role ->
                                role == Role.STUDENT
                                        || !ofAllInstitutions
                                        || actor.institutions().isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        if (anyone) return "anyone";
        if (equals(EVERYBODY)) return "everybody signed in";
        var words = roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        if (equals(STAFF)) words = "staff";
        if (equals(STAFF.andStudents())) words = "staff, student";
        return ofAllInstitutions ? words + " (of all institutions)" : words;
    }
}
