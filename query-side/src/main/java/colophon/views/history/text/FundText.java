package colophon.views.history.text;

import colophon.events.fund.ContributionReceived;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;

/** The texts of the events of a fund. */
final class FundText {

    private FundText() {}

    static String of(FundEvent event) {
        return switch (event) {
            case FundEstablished _ ->
                    "Fund {fundId} is established: {name}[, of {sponsor}], with {budget} for"
                            + " {covers}";
            case ContributionReceived _ -> "{amount} is added to fund {fundId}";
            case FundEncumbered _ -> "Fund {fundId} holds {amount} for award {awardId}";
            case EncumbranceReleased _ ->
                    "Fund {fundId} no longer holds {amount} for award {awardId}";
            case EncumbranceReduced _ -> "Fund {fundId} holds {amount} less for award {awardId}";
        };
    }
}
