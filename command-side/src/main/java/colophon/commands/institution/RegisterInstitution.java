package colophon.commands.institution;

import java.time.ZoneId;
import java.util.Currency;

/**
 * Registers an institution, which then keeps its accounts here.
 *
 * @param zone time zone of its days
 */
public record RegisterInstitution(
        String institutionId, String name, Currency currency, ZoneId zone) {}
