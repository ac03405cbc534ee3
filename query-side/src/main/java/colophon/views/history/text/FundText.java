package colophon.views.history.text;

import colophon.events.fund.ContributionReceived;
import colophon.events.fund.FundChange;
import colophon.events.fund.FundEstablished;

/** The texts of the events of a fund. */
final class FundText {

    private FundText() {}

    static String of(FundChange event) {
        return switch (event) {
            case FundEstablished _ ->
                    "Fund {fundId} is established: {name}[, of {sponsor}], with {budget} for"
                            + " {covers}";
            case ContributionReceived _ -> "{amount} is added to fund {fundId}";
        };
    }
}
