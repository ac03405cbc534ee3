package colophon.commands.award;

import colophon.events.money.Money;

/**
 * An award is to be worth less; its fund has the difference again.
 *
 * @param amount what it is worth then, all together, more than zero
 */
public record ReduceAward(String awardId, Money amount, String reason) {}
