package colophon.commands.student;

import colophon.commands.gateway.SealedForStudent;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Registers a student. The values are sealed before the command is made, so that it contains no
 * clear name.
 *
 * @param fingerprint keyed hash of the clear values
 */
public record RegisterStudent(
        String studentId,
        Sealed givenName,
        Sealed familyName,
        @Nullable Sealed email,
        String fingerprint)
        implements SealedForStudent {

    /** Seals the values with the key of the student. The first use makes the key. */
    public static RegisterStudent sealed(
            Seals seals,
            String studentId,
            String givenName,
            String familyName,
            @Nullable String email) {
        var values =
                String.join("\n", givenName, familyName, Objects.requireNonNullElse(email, ""));
        return new RegisterStudent(
                studentId,
                seals.seal(studentId, givenName),
                seals.seal(studentId, familyName),
                email == null ? null : seals.seal(studentId, email),
                seals.fingerprint(studentId, values));
    }
}
