package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

/**
 * The student's own statement about what was not amended. It is shown with the record.
 *
 * @param fingerprint keyed hash of the statement
 */
@Stored(as = "StatementPlaced", version = 1)
public record StatementPlaced(
        String studentId, String amendmentId, Sealed statement, String fingerprint)
        implements RightsEvent {}
