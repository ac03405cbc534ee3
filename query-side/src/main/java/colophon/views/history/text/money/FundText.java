package colophon.views.history.text.money;

import colophon.events.fund.ContributionReceived;
import colophon.events.fund.FundChange;
import colophon.events.fund.FundEstablished;

/** The texts of the events of a fund. */
public final class FundText {

    private FundText() {}

    /** The template of an event, which its components fill. */
    public static String of(FundChange event) {
        return switch (event) {
            case FundEstablished _ ->
                    "Fund {fundId} is established: {name}[, of {sponsor}], with {budget} for"
                            + " {covers}";
            case ContributionReceived _ -> "{amount} is added to fund {fundId}";
        };
    }
}
