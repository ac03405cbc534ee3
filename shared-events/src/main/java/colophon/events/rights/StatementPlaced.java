package colophon.events.rights;

import colophon.events.Stored;
import colophon.events.privacy.Sealed;

/**
 * The student's own view of what was not amended: shown with the record from now on.
 *
 * @param fingerprint keyed hash of the statement
 */
@Stored(as = "StatementPlaced", version = 1)
public record StatementPlaced(
        String studentId, String amendmentId, Sealed statement, String fingerprint)
        implements RightsEvent {}
