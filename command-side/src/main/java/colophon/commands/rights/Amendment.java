package colophon.commands.rights;

import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.StatementPlaced;

import org.jspecify.annotations.Nullable;

/** A request to amend a record, in its current state. */
public sealed interface Amendment {

    /** The event that requested it. */
    AmendmentRequested as();

    /** The request is not decided yet. */
    record Requested(AmendmentRequested as) implements Amendment {}

    /** The record was corrected. */
    record Granted(AmendmentRequested as, AmendmentDecided decided) implements Amendment {}

    /** The request was denied; {@code statement} is the student's last statement, or null. */
    record Denied(
            AmendmentRequested as, AmendmentDecided decided, @Nullable StatementPlaced statement)
            implements Amendment {}

    /** The request after its decision. */
    static Amendment decided(AmendmentRequested as, AmendmentDecided e) {
        return e.granted() ? new Granted(as, e) : new Denied(as, e, null);
    }
}
