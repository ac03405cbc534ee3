package colophon.events.fund;

/** Everything that can happen to one fund. */
public sealed interface FundEvent
        permits FundEstablished,
                ContributionReceived,
                FundEncumbered,
                EncumbranceReleased,
                EncumbranceReduced {

    /** The fund this is about. */
    String fundId();
}
