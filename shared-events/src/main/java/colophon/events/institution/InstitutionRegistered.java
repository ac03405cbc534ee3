package colophon.events.institution;

import colophon.events.Stored;

import java.time.ZoneId;
import java.util.Currency;

/**
 * An institution was registered and keeps its accounts here.
 *
 * @param currency the one currency of all its amounts
 * @param zone time zone of its days: "today" is the date there
 */
@Stored(as = "InstitutionRegistered", version = 1)
public record InstitutionRegistered(
        String institutionId, String name, Currency currency, ZoneId zone)
        implements InstitutionEvent {}
