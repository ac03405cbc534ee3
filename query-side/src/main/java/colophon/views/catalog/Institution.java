package colophon.views.catalog;

import colophon.api.problem.NotFound;
import colophon.events.Recorded;
import colophon.events.institution.InstitutionEvent;
import colophon.events.institution.InstitutionRegistered;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Answers: what is this institution called, in which currency are its books, and in which zone are
 * its days?
 */
public record Institution(String id, String name, Currency currency, ZoneId zone) {

    /** All institutions, by id. */
    public static final View<Institution> VIEW =
            View.of(
                    "institutions",
                    Institution.class,
                    event -> event instanceof InstitutionEvent e ? e.institutionId() : null,
                    Institution::evolve);

    /** Finds the institution. Throws institution-not-found if there is none. */
    public static Institution in(ViewSnapshot views, String id) {
        var institution = views.of(VIEW).get(id);
        if (institution == null)
            throw new NotFound(QueryProblem.INSTITUTION_NOT_FOUND, "No institution " + id);
        return institution;
    }

    /** Today at the institution; for views of the past, the day asked about. */
    public LocalDate today(ViewSnapshot views) {
        return views.today(zone);
    }

    static Institution evolve(@Nullable Institution before, Recorded<?> fact) {
        return switch ((InstitutionEvent) fact.event()) {
            case InstitutionRegistered e ->
                    new Institution(e.institutionId(), e.name(), e.currency(), e.zone());
        };
    }
}
