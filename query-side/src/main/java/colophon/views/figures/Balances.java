package colophon.views.figures;

import colophon.events.money.Money;
import colophon.events.payment.Payer;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers: what does it cost, what is paid, what is owed? Holds the sum of every figure of one
 * account on one day. {@link AccountFigures} defines them.
 *
 * @param outOfPocketToCertificate null when something is still needed and its price is unknown
 */
public record Balances(
        Money grossTuition,
        Money fees,
        Money awardsApplied,
        Money netTuition,
        ByPayer paymentsReceived,
        ByPayer refundsPaid,
        Due balanceDue,
        Money creditBalance,
        Money anticipatedAid,
        Money indirectCosts,
        Money outOfPocketToDate,
        Money outOfPocketCommitted,
        @Nullable Money outOfPocketToCertificate) {

    /**
     * What is owed. {@code dueNow} is due on or before the day asked about, {@code pastDue} is the
     * part of it that was due before that day, {@code future} is the rest.
     */
    public record Due(Money total, Money dueNow, Money pastDue, Money future) {}

    /** A sum, and its parts by payer. Payers without an amount are left out. */
    public record ByPayer(BigDecimal amount, Currency currency, Map<Payer, Money> byPayer) {}

    /** The sums of all figures of an account. */
    public static Balances of(AccountFigures account) {
        var toCertificate = account.outOfPocketToCertificate();
        return new Balances(
                account.sum(account.grossTuition()),
                account.sum(account.fees()),
                account.sum(account.awardsApplied()),
                account.sum(account.netTuition()),
                byPayer(account, account::payments),
                byPayer(account, account::refunds),
                new Due(
                        account.sum(account.balanceDue()),
                        account.sum(account.dueNow()),
                        account.sum(account.pastDue()),
                        account.sum(account.dueLater())),
                account.sum(account.creditBalance()),
                account.sum(account.anticipatedAid()),
                account.sum(account.indirectCosts()),
                account.sum(account.outOfPocketToDate()),
                account.sum(account.outOfPocketCommitted()),
                toCertificate == null ? null : account.sum(toCertificate));
    }

    private static ByPayer byPayer(
            AccountFigures account, Function<Predicate<Payer>, List<FigureLine>> lines) {
        var parts = new EnumMap<Payer, Money>(Payer.class);
        for (var one : Payer.values()) {
            var part = account.sum(lines.apply(payer -> payer == one));
            if (part.isPositive()) parts.put(one, part);
        }
        var sum = account.sum(lines.apply(_ -> true));
        return new ByPayer(sum.amount(), sum.currency(), parts);
    }
}
