package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

/**
 * The student holds that the record is wrong. Both texts are theirs, and sealed like a name.
 *
 * @param institutionId whose record it is about; null for the record as a whole
 * @param wrong what it says
 * @param right what it should say
 * @param fingerprint keyed hash of both: recognises the same request made again
 */
@Stored(as = "AmendmentRequested", version = 2)
public record AmendmentRequested(
        String studentId,
        String amendmentId,
        @Nullable String institutionId,
        Sealed wrong,
        Sealed right,
        String fingerprint)
        implements RightsEvent {

    /** About the record as a whole. */
    public AmendmentRequested(
            String studentId, String amendmentId, Sealed wrong, Sealed right, String fingerprint) {
        this(studentId, amendmentId, null, wrong, right, fingerprint);
    }
}
