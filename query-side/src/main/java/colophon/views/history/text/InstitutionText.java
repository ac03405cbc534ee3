package colophon.views.history.text;

import colophon.events.institution.InstitutionEvent;
import colophon.events.institution.InstitutionRegistered;

/** The texts of the events of an institution. */
final class InstitutionText {

    private InstitutionText() {}

    static String of(InstitutionEvent event) {
        return switch (event) {
            case InstitutionRegistered _ ->
                    "Institution {institutionId} is registered as {name}, currency {currency}, time"
                            + " zone {zone}";
        };
    }
}
