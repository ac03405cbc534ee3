package colophon.commands.fund;

import colophon.events.money.Money;

/** Adds to the budget of a fund. */
public record Contribute(String fundId, Money amount) {}
