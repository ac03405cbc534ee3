package colophon.commands.award;

import colophon.events.money.Money;

/**
 * Reduces an award; the difference goes back to its fund.
 *
 * @param amount its whole worth after the reduction, more than zero
 */
public record ReduceAward(String awardId, Money amount, String reason) {}
