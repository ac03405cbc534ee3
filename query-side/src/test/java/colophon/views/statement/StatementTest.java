package colophon.views.statement;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.ledger.Allocation;
import colophon.events.money.Money;
import colophon.views.account.Balances;
import colophon.views.account.RandomAccount;
import colophon.views.statement.Statement.Line;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
        var balances = Balances.of(facts, Allocation.of(facts), USD, day("2026-05-20"));
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
                        Comparator.comparing(Line::date).thenComparing(Line::position));
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

    private static Money credit(Line line) {
        return line.credit() == null ? usd("0") : line.credit();
    }
}
