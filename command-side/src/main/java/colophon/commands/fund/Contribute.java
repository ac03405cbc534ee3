package colophon.commands.fund;

import colophon.events.money.Money;

/** The budget of a fund grows. */
public record Contribute(String fundId, Money amount) {}
