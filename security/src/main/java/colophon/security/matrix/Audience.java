package colophon.security.matrix;

import colophon.security.Person;
import colophon.security.Role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call a route.
 *
 * @param anyone also those who are not signed in
 * @param roles one of them is enough
 * @param ofAllInstitutions true: of staff only those whose roles are for all institutions; what is
 *     their own students may at any rate
 */
public record Audience(boolean anyone, Set<Role> roles, boolean ofAllInstitutions) {

    /** The world. */
    static final Audience ANYONE = new Audience(true, EnumSet.allOf(Role.class), false);

    /** Whoever is signed in and is something here. */
    static final Audience EVERYBODY = new Audience(false, EnumSet.allOf(Role.class), false);

    /** Those who work for an institution, or audit it. */
    static final Audience STAFF =
            new Audience(false, EnumSet.complementOf(EnumSet.of(Role.STUDENT)), false);

    /** Administrators, whom nothing is denied, and these. */
    static Audience administratorsAnd(Role... others) {
        var roles = EnumSet.of(Role.ADMINISTRATOR);
        roles.addAll(Arrays.asList(others));
        return new Audience(false, roles, false);
    }

    /** Students only, for what is their own. */
    static Audience students() {
        return new Audience(false, EnumSet.of(Role.STUDENT), false);
    }

    /** The same, and students for what is their own. */
    Audience andStudents() {
        var more = EnumSet.copyOf(roles);
        more.add(Role.STUDENT);
        return new Audience(anyone, more, ofAllInstitutions);
    }

    /** The same, but for those who look after some institutions only. */
    Audience whoSeeAllInstitutions() {
        return new Audience(anyone, roles, true);
    }

    /** True if that person may call it, as far as their roles go. */
    public boolean admits(Person person) {
        return anyone || !of(person).isEmpty();
    }

    /**
     * Those of the roles of that person that it is for: each counts as if they had no other. Limits
     * to institutions are limits of the roles of staff.
     */
    Set<Role> of(Person person) {
        return person.roles().stream()
                .filter(roles::contains)
                .filter(
                        role ->
                                role == Role.STUDENT
                                        || !ofAllInstitutions
                                        || person.institutions().isEmpty())
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
