package colophon.views.statement;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.events.Recorded;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Allocation.Applied;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.FigureLine;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Answers: what happened on an account between two days, line by line? A balance is what is owed;
 * negative is credit.
 *
 * @param opening before the first line
 * @param closing after the last line
 */
record Statement(Money opening, List<StatementLine> lines, Money closing) {

    /**
     * One line, with either a debit or a credit.
     *
     * @param kind "tuition", "deposit", "fee", "late-fee", "reversal", "write-off", "award",
     *     "payment", "refund" or "payment-reversal"
     * @param balance after this line
     * @param position commit of the event it comes from
     */
    @Schema(name = "StatementLine")
    record StatementLine(
            LocalDate date,
            String kind,
            String description,
            @Nullable Money debit,
            @Nullable Money credit,
            Money balance,
            long position) {}

    private record PostedEntry(
            LocalDate date, String kind, String description, Money owed, Recorded<?> fact) {}

    private static final Comparator<PostedEntry> ORDER =
            comparing(PostedEntry::date)
                    .thenComparing(PostedEntry::fact, Recorded::compareToInLog)
                    .thenComparing(PostedEntry::description);

    /**
     * The statement of an account between two days, both inclusive, null for no limit.
     *
     * @param courseOf the title of the course of an offering, by the id of the offering
     */
    static Statement of(
            Ledger facts,
            Currency currency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Function<String, String> courseOf) {
        var balance = Money.zero(currency);
        var opening = balance;
        var lines = new ArrayList<StatementLine>();
        for (var entry : entries(facts, currency, courseOf)) {
            if (to != null && entry.date.isAfter(to)) break;
            balance = balance.plus(entry.owed);
            if (from != null && entry.date.isBefore(from)) opening = balance;
            else lines.add(line(entry, balance));
        }
        return new Statement(opening, List.copyOf(lines), balance);
    }

    private static StatementLine line(PostedEntry entry, Money balance) {
        return new StatementLine(
                entry.date,
                entry.kind,
                entry.description,
                entry.owed.isNegative() ? null : entry.owed,
                entry.owed.isNegative() ? entry.owed.negated() : null,
                balance,
                entry.fact.position());
    }

    private static List<PostedEntry> entries(
            Ledger facts, Currency currency, Function<String, String> courseOf) {
        var account = AccountFigures.of(facts, currency, LocalDate.EPOCH, List::of);
        var entries = new ArrayList<PostedEntry>();
        for (var line : account.charged()) entries.add(posted(line, false, facts, courseOf));
        for (var line : account.paymentsReceived())
            entries.add(posted(line, true, facts, courseOf));
        for (var line : account.refundsPaid()) entries.add(posted(line, false, facts, courseOf));
        for (var part : Allocation.of(facts).applied()) entries.add(award(part, courseOf));
        entries.sort(ORDER);
        return entries;
    }

    /** What a line of a figure changes; {@code lowers} if it lowers what is owed. */
    private static PostedEntry posted(
            FigureLine line, boolean lowers, Ledger facts, Function<String, String> courseOf) {
        var fact = requireNonNull(line.fact());
        return new PostedEntry(
                requireNonNull(line.on()),
                line.kind(),
                text(fact.event(), facts, courseOf),
                lowers ? line.amount().negated() : line.amount(),
                fact);
    }

    private static String text(Object event, Ledger facts, Function<String, String> courseOf) {
        return switch (event) {
            case ChargePosted e -> capital(name(e, courseOf));
            case ChargeReversed e ->
                    "Reversal of "
                            + name(facts, e.chargeId(), courseOf)
                            + ", "
                            + e.reason()
                            + tier(e.tier());
            case ChargeWrittenOff e ->
                    "Write-off of " + name(facts, e.chargeId(), courseOf) + ", " + e.reason();
            case PaymentReceived e ->
                    "Payment "
                            + e.paymentId()
                            + " by "
                            + e.payer()
                            + ", "
                            + e.method()
                            + (e.reference() == null ? "" : ", " + e.reference());
            case PaymentReversed e -> "Reversal of payment " + e.paymentId() + ", " + e.reason();
            case PaymentRefunded e ->
                    "Refund of payment " + e.paymentId() + " to " + e.payer() + ", " + e.reason();
            default -> throw new IllegalStateException("Not on a statement: " + event);
        };
    }

    private static String tier(@Nullable AppliedTier tier) {
        return tier == null ? "" : ", " + tier.percent() + " percent until " + tier.until();
    }

    private static String name(Ledger facts, String chargeId, Function<String, String> courseOf) {
        for (var charge : facts.charges())
            if (charge.event().chargeId().equals(chargeId)) return name(charge.event(), courseOf);
        return "charge " + chargeId;
    }

    /** The kind of charge, its reason and its course, as far as there are any. */
    private static String name(ChargePosted charge, Function<String, String> courseOf) {
        var name = new StringBuilder(charge.kind().toString().replace('-', ' '));
        if (charge.description() != null) name.append(", ").append(charge.description());
        if (charge.offeringId() != null)
            name.append(", ").append(courseOf.apply(charge.offeringId()));
        return name.toString();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** An award pays from the day on which both the award and the charge exist. */
    private static PostedEntry award(Applied part, Function<String, String> courseOf) {
        var award = part.award().event();
        var charge = part.charge().event();
        var date =
                award.acceptedOn().isAfter(charge.chargedOn())
                        ? award.acceptedOn()
                        : charge.chargedOn();
        var later = part.award().compareToInLog(part.charge()) > 0 ? part.award() : part.charge();
        var text = "Award " + award.awardId() + " for " + name(charge, courseOf);
        return new PostedEntry(date, "award", text, part.amount().negated(), later);
    }
}
