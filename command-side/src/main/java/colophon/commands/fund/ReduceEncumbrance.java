package colophon.commands.fund;

import colophon.events.money.Money;

/**
 * Lowers what a fund holds for an award.
 *
 * @param amount what the fund still holds for it, more than zero
 */
public record ReduceEncumbrance(String fundId, String awardId, Money amount) {}
