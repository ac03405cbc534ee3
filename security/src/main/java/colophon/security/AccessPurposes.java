package colophon.security;

import static java.util.stream.Collectors.joining;

import colophon.api.access.QueryActor;

import java.util.Set;
import java.util.function.Function;

/** The interest that each role has in a record, as the list of disclosures states it. */
final class AccessPurposes {

    private AccessPurposes() {}

    /** The person as the queries know the one who asks. */
    static QueryActor of(Actor actor) {
        return new QueryActor(
                actor.id(),
                each(actor, Role::word),
                each(actor, AccessPurposes::of),
                actor.roles().stream().anyMatch(AccessPurposes::needsNames),
                actor.is(Role.STUDENT) ? actor.studentId() : null,
                actor.isStaff() ? actor.institutions() : Set.of());
    }

    private static String each(Actor actor, Function<Role, String> said) {
        return actor.roles().stream().sorted().map(said).collect(joining(", "));
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
