package colophon.events.award;

import colophon.events.account.AccountEvent;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

/** An award ended: it no longer pays, and its fund no longer holds anything for it. */
public sealed interface AwardEnded extends AwardEvent, AccountEvent, FundEvent
        permits AwardReleased, AwardRevoked {

    /** The amount that is available in the fund again. */
    Money returned();

    /** Why it ended. */
    String reason();
}
