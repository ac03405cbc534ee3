package colophon.commands.institution;

import java.time.ZoneId;
import java.util.Currency;

/**
 * An institution will keep its books here.
 *
 * @param zone where its days begin and end
 */
public record RegisterInstitution(
        String institutionId, String name, Currency currency, ZoneId zone) {}
