package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

import org.jspecify.annotations.Nullable;

/**
 * The student says that the record is wrong. Both texts are theirs and are sealed like a name.
 *
 * @param institutionId the institution whose record it is about; null for the whole record
 * @param wrong what the record says
 * @param right what the record should say
 * @param fingerprint keyed hash of both texts; recognises a repeated request
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

    /** A request about the whole record. */
    public AmendmentRequested(
            String studentId, String amendmentId, Sealed wrong, Sealed right, String fingerprint) {
        this(studentId, amendmentId, null, wrong, right, fingerprint);
    }
}
