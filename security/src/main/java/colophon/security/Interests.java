package colophon.security;

import static java.util.stream.Collectors.joining;

import colophon.views.reading.asking.Asking;

import java.util.Set;
import java.util.function.Function;

/** The interest that each role has in a record, as the list of disclosures states it. */
final class Interests {

    private Interests() {}

    /** The person as the queries know the one who asks. */
    static Asking of(Person person) {
        return new Asking(
                person.id(),
                each(person, Role::word),
                each(person, Interests::of),
                person.roles().stream().anyMatch(Interests::needsNames),
                person.is(Role.STUDENT) ? person.studentId() : null,
                person.isStaff() ? person.institutions() : Set.of());
    }

    private static String each(Person person, Function<Role, String> said) {
        return person.roles().stream().sorted().map(said).collect(joining(", "));
    }

    static String of(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "runs the program and its records";
            case REGISTRAR -> "keeps the academic record";
            case BURSAR -> "keeps the account";
            case SCHOLARSHIP_OFFICER -> "decides on financial aid";
            case AUDITOR -> "examines how records are kept";
            case STUDENT -> "own records";
        };
    }

    /**
     * True if the role acts on single records and so needs names. A role that examines many records
     * does not.
     */
    static boolean needsNames(Role role) {
        return switch (role) {
            case ADMINISTRATOR, REGISTRAR, BURSAR, SCHOLARSHIP_OFFICER -> true;
            case AUDITOR, STUDENT -> false;
        };
    }
}
