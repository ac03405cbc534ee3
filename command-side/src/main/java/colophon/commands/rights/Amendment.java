package colophon.commands.rights;

import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.StatementPlaced;

import org.jspecify.annotations.Nullable;

/** One request to amend a record, as it is now. */
public sealed interface Amendment {

    /** How it was requested. */
    AmendmentRequested as();

    /** Nobody has decided. */
    record Requested(AmendmentRequested as) implements Amendment {}

    /** The record was corrected. */
    record Granted(AmendmentRequested as, AmendmentDecided decided) implements Amendment {}

    /** The record stays; {@code statement} is the student's last word, if there is one. */
    record Denied(
            AmendmentRequested as, AmendmentDecided decided, @Nullable StatementPlaced statement)
            implements Amendment {}

    /** The same after it was decided. */
    static Amendment decided(AmendmentRequested as, AmendmentDecided e) {
        return e.granted() ? new Granted(as, e) : new Denied(as, e, null);
    }
}
