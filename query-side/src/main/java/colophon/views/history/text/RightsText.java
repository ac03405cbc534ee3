package colophon.views.history.text;

import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.RightsEvent;
import colophon.events.rights.StatementPlaced;

/** The texts of the events about a student's rights. */
final class RightsText {

    private RightsText() {}

    static String of(RightsEvent event) {
        return switch (event) {
            case DirectoryOptOutChanged e ->
                    e.optedOut()
                            ? "The student has opted out of being named"
                            : "The student may be named again";
            case AmendmentRequested _ -> "Amendment {amendmentId} of the record is requested";
            case AmendmentDecided e ->
                    e.granted()
                            ? "Amendment {amendmentId} is granted, the record corrected by commit"
                                    + " {corrections}"
                            : "Amendment {amendmentId} is denied, the record is unchanged";
            case StatementPlaced _ ->
                    "A statement of the student on amendment {amendmentId} is shown with the"
                            + " record";
        };
    }
}
