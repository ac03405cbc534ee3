package colophon.commands.fund;

import colophon.events.money.Money;

/** Adds to the budget of a fund. */
public record RecordContribution(String fundId, Money amount) {}
