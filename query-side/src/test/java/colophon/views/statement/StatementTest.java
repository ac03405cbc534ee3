package colophon.views.statement;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.payment;
import static colophon.views.Given.reversed;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.views.account.LedgerView;
import colophon.views.account.RandomAccount;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.Balances;
import colophon.views.statement.Statement.StatementLine;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class StatementTest {

    @Provide
    Arbitrary<List<Recorded<?>>> histories() {
        return RandomAccount.histories();
    }

    @Property(tries = 500)
    void closes_with_what_is_due_less_what_is_credit(
            @ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var balances = Balances.of(AccountFigures.of(facts, USD, day("2026-05-20"), List::of));
        var statement = Statement.of(facts, USD, null, null, id -> id);
        assertThat(statement.closing())
                .isEqualTo(balances.balanceDue().total().minus(balances.creditBalance()));
    }

    @Property(tries = 500)
    void runs_from_line_to_line_in_order(@ForAll("histories") List<Recorded<?>> history) {
        var statement = Statement.of(RandomAccount.fold(history), USD, null, null, id -> id);
        var balance = statement.opening();
        for (var line : statement.lines()) {
            assertThat(line.debit() == null).isNotEqualTo(line.credit() == null);
            balance =
                    line.debit() == null ? balance.minus(credit(line)) : balance.plus(line.debit());
            assertThat(line.balance()).isEqualTo(balance);
        }
        assertThat(statement.closing()).isEqualTo(balance);
        assertThat(statement.lines())
                .isSortedAccordingTo(
                        Comparator.comparing(StatementLine::date)
                                .thenComparing(StatementLine::position));
    }

    @Property(tries = 300)
    void joins_without_a_gap_where_one_period_follows_another(
            @ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var all = Statement.of(facts, USD, null, null, id -> id);
        var before = Statement.of(facts, USD, null, day("2026-04-30"), id -> id);
        var after = Statement.of(facts, USD, day("2026-05-01"), null, id -> id);
        assertThat(after.opening()).isEqualTo(before.closing());
        assertThat(after.closing()).isEqualTo(all.closing());
        var both = new ArrayList<>(before.lines());
        both.addAll(after.lines());
        assertThat(both).isEqualTo(all.lines());
    }

    @Example
    void shows_every_kind_of_posting_and_what_took_it_back() {
        var paid = payment("p-1", "s-1", "rbs", usd("500.00"), Payer.SELF, "2026-05-04");
        var lines =
                lines(
                        charge("d", ChargeKind.DEPOSIT, "250.00", null, "o-1"),
                        charge("f", ChargeKind.FEE, "40.00", "Room", null),
                        charge("l", ChargeKind.LATE_FEE, "25.00", "Paid late", null),
                        new ChargeReversed(
                                "rbs", "s-1", "f", usd("15.00"), "half", day("2026-05-02")),
                        new ChargeReversed(
                                "rbs",
                                "s-1",
                                "d",
                                usd("125.00"),
                                "ill",
                                new AppliedTier(50, day("2026-06-01")),
                                day("2026-05-02")),
                        new ChargeWrittenOff(
                                "rbs", "s-1", "l", usd("25.00"), "poor", day("2026-05-03")),
                        paid,
                        reversed(paid, "another's", day("2026-05-05")));

        assertThat(lines)
                .containsExactly(
                        "deposit | Deposit, o-1 | 250.00 USD",
                        "fee | Fee, Room | 290.00 USD",
                        "late-fee | Late fee, Paid late | 315.00 USD",
                        "reversal | Reversal of fee, Room, half | 300.00 USD",
                        "reversal | Reversal of deposit, o-1, ill, 50 percent until 2026-06-01"
                                + " | 175.00 USD",
                        "write-off | Write-off of late fee, Paid late, poor | 150.00 USD",
                        "payment | Payment p-1 by self, bank-transfer, ref-p-1 | -350.00 USD",
                        "payment-reversal | Reversal of payment p-1, another's | 150.00 USD");
    }

    private static List<String> lines(Object... events) {
        var facts = Ledger.empty("rbs", "s-1");
        for (int i = 0; i < events.length; i++)
            facts = LedgerView.evolve(facts, Recorded.inOrder(events[i], i + 1));
        return Statement.of(facts, USD, null, null, id -> id).lines().stream()
                .map(line -> line.kind() + " | " + line.description() + " | " + line.balance())
                .toList();
    }

    private static ChargePosted charge(
            String id,
            ChargeKind kind,
            String amount,
            @Nullable String description,
            @Nullable String offeringId) {
        return new ChargePosted(
                "rbs",
                "s-1",
                id,
                kind,
                null,
                offeringId,
                usd(amount),
                description,
                day("2026-05-01"),
                day("2026-05-01"));
    }

    private static Money credit(StatementLine line) {
        return line.credit() == null ? usd("0") : line.credit();
    }
}
