package colophon.views.enrollment;

import colophon.views.catalog.Institution;
import colophon.views.reading.ViewSnapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;

/** Answers: which offerings hold a seat that was not confirmed in time? */
public final class OverdueSeatOffers {

    /** The zone in which a day begins first. No institution has a later date than this zone. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private OverdueSeatOffers() {}

    /**
     * Offerings with a held seat whose last day to confirm has passed at the institution, the
     * longest overdue first.
     */
    public static Set<String> offerings(ViewSnapshot views, Clock clock) {
        var latest = LocalDate.now(clock.withZone(FIRST));
        var offerings = new LinkedHashSet<String>();
        for (var enrollment : views.of(Enrollment.VIEW).all("held", "")) {
            var confirmBy = enrollment.confirmBy();
            if (confirmBy == null || !latest.isAfter(confirmBy)) break; // the rest are later
            var today =
                    LocalDate.ofInstant(
                            clock.instant(),
                            Institution.in(views, enrollment.institutionId()).zone());
            if (today.isAfter(confirmBy)) offerings.add(enrollment.offeringId());
        }
        return offerings;
    }
}
