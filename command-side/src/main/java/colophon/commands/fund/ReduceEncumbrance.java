package colophon.commands.fund;

import colophon.events.money.Money;

/**
 * An award needs less of a fund.
 *
 * @param amount what it still needs, more than zero
 */
public record ReduceEncumbrance(String fundId, String awardId, Money amount) {}
