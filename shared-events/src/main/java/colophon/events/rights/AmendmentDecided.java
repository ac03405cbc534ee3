package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

import java.util.List;

/**
 * A request to amend was granted or denied. The earlier record stays in either case.
 *
 * @param grounds why, sealed because the text is about the student
 * @param corrections numbers of the commits that corrected the record; empty if it was denied
 * @param fingerprint keyed hash of the grounds
 */
@Stored(as = "AmendmentDecided", version = 1)
public record AmendmentDecided(
        String studentId,
        String amendmentId,
        boolean granted,
        Sealed grounds,
        List<Long> corrections,
        String fingerprint)
        implements RightsEvent {}
