package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

/**
 * The student holds that the record is wrong. Both texts are theirs, and sealed like a name.
 *
 * @param wrong what it says
 * @param right what it should say
 * @param fingerprint keyed hash of both: recognises the same request made again
 */
@Stored(as = "AmendmentRequested", version = 1)
public record AmendmentRequested(
        String studentId, String amendmentId, Sealed wrong, Sealed right, String fingerprint)
        implements RightsEvent {}
