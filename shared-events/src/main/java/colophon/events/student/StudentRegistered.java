package colophon.events.student;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

/**
 * A student is known; the names are readable only with the key of this student.
 *
 * @param fingerprint keyed hash of the three values: recognises the same person entered again, says
 *     nothing without the key
 */
@Stored(as = "StudentRegistered", version = 1)
public record StudentRegistered(
        String studentId,
        Sealed givenName,
        Sealed familyName,
        @Nullable Sealed email,
        String fingerprint)
        implements StudentEvent {}
