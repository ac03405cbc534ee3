package colophon.events.fund;

/** Every event that is about a fund alone. */
public sealed interface FundChange extends FundEvent
        permits FundEstablished, ContributionReceived {}
