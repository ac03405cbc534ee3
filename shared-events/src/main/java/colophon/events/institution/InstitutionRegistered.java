package colophon.events.institution;

import colophon.events.Stored;

import java.time.ZoneId;
import java.util.Currency;

/**
 * An institution keeps its books here from now on.
 *
 * @param currency the one currency of all its amounts
 * @param zone where its days begin and end: "today" is its own
 */
@Stored(as = "InstitutionRegistered", version = 1)
public record InstitutionRegistered(
        String institutionId, String name, Currency currency, ZoneId zone)
        implements InstitutionEvent {}
