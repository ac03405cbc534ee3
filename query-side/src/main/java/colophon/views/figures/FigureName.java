package colophon.views.figures;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every figure of an account that has lines, by the name of its field in the status. */
public enum FigureName {
    GROSS_TUITION("grossTuition", AccountFigures::grossTuition),
    FEES("fees", AccountFigures::fees),
    AWARDS_APPLIED("awardsApplied", AccountFigures::awardsApplied),
    NET_TUITION("netTuition", AccountFigures::netTuition),
    PAYMENTS_RECEIVED("paymentsReceived", AccountFigures::paymentsReceived),
    REFUNDS_PAID("refundsPaid", AccountFigures::refundsPaid),
    BALANCE_DUE("balanceDue", AccountFigures::balanceDue),
    BALANCE_DUE_TOTAL("balanceDue.total", AccountFigures::balanceDue),
    BALANCE_DUE_NOW("balanceDue.dueNow", AccountFigures::dueNow),
    BALANCE_PAST_DUE("balanceDue.pastDue", AccountFigures::pastDue),
    BALANCE_DUE_LATER("balanceDue.future", AccountFigures::dueLater),
    CREDIT_BALANCE("creditBalance", AccountFigures::creditBalance),
    ANTICIPATED_AID("anticipatedAid", AccountFigures::anticipatedAid),
    INDIRECT_COSTS("indirectCosts", AccountFigures::indirectCosts),
    OUT_OF_POCKET_TO_DATE("outOfPocketToDate", AccountFigures::outOfPocketToDate),
    OUT_OF_POCKET_COMMITTED("outOfPocketCommitted", AccountFigures::outOfPocketCommitted),
    OUT_OF_POCKET_TO_CERTIFICATE(
            "outOfPocketToCertificate", AccountFigures::outOfPocketToCertificate);

    private final String field;
    private final Function<AccountFigures, @Nullable List<FigureLine>> lines;

    FigureName(String field, Function<AccountFigures, @Nullable List<FigureLine>> lines) {
        this.field = field;
        this.lines = lines;
    }

    /** The figure of this field, if there is one; {@code balanceDue} means its {@code total}. */
    public static Optional<FigureName> named(String field) {
        return Stream.of(values()).filter(figure -> figure.field.equals(field)).findFirst();
    }

    /** The fields of all figures, separated by commas. */
    public static String fields() {
        return Stream.of(values()).map(figure -> figure.field).collect(joining(", "));
    }

    /** The lines that sum to this figure of an account; null if the figure is unknown. */
    public @Nullable List<FigureLine> of(AccountFigures account) {
        return lines.apply(account);
    }

    @Override
    public String toString() {
        return field;
    }
}
