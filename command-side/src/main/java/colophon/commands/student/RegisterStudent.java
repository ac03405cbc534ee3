package colophon.commands.student;

import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

/**
 * A student becomes known. Whoever makes this command has sealed the values: no clear name enters.
 *
 * @param fingerprint keyed hash of the clear values
 */
public record RegisterStudent(
        String studentId,
        Sealed givenName,
        Sealed familyName,
        @Nullable Sealed email,
        String fingerprint) {}
