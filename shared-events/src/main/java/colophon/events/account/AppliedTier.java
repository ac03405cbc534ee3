package colophon.events.account;

import java.time.LocalDate;

/**
 * The tier of a refund policy that decided how much of a charge was given back.
 *
 * @param percent percent of the charge that was refunded, 0 to 100
 * @param until the last day of the tier, inclusive
 */
public record AppliedTier(int percent, LocalDate until) {}
