package colophon.events.student;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

/**
 * A student was registered. The names are readable only with this student's key.
 *
 * @param fingerprint keyed hash of the three values; recognises the same person entered again, and
 *     reveals nothing without the key
 */
@Stored(as = "StudentRegistered", version = 1)
public record StudentRegistered(
        String studentId,
        Sealed givenName,
        Sealed familyName,
        @Nullable Sealed email,
        String fingerprint)
        implements StudentEvent {}
