package colophon.events.fund;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/** The budget of a fund grew. */
@Stored(as = "ContributionReceived", version = 1)
public record ContributionReceived(String fundId, Money amount, @BusinessDate LocalDate receivedOn)
        implements FundChange {}
