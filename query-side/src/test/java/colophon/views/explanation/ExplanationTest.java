package colophon.views.explanation;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.events.ledger.Allocation;
import colophon.events.money.Money;
import colophon.views.account.Balances;
import colophon.views.account.RandomAccount;
import colophon.views.progress.CheapestPlan;
import colophon.views.progress.CheapestPlan.PricedCourse;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ExplanationTest {

    private static final LocalDate TODAY = day("2026-05-20");
    private static final CheapestPlan REST =
            new CheapestPlan(
                    List.of(new PricedCourse("c-9", usd("1000.00"))),
                    List.of(usd("1000.00")),
                    usd("2000.00"));

    @Provide
    Arbitrary<List<Recorded<?>>> histories() {
        return RandomAccount.histories();
    }

    @Property(tries = 1000)
    void sums_to_every_figure(@ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var balances = Balances.of(facts, Allocation.of(facts), USD, TODAY);
        figures(balances)
                .forEach(
                        (field, figure) ->
                                assertThat(
                                                Explanation.of(field, facts, USD, TODAY, REST)
                                                        .stream()
                                                        .map(ExplanationLine::amount)
                                                        .reduce(usd("0"), Money::plus))
                                        .as(field)
                                        .isEqualTo(figure));
    }

    @Property(tries = 200)
    void names_only_events_of_the_history(@ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var positions = history.stream().map(Recorded::position).toList();
        for (var field : Explanation.FIELDS)
            for (var line : Explanation.of(field, facts, USD, TODAY, REST))
                if (line.position() == null) assertThat(line.kind()).isIn("course", "estimate");
                else assertThat(positions).contains(line.position());
    }

    @Example
    void can_explain_every_figure_there_is() {
        var facts = RandomAccount.fold(List.of());
        var balances = Balances.of(facts, Allocation.of(facts), USD, TODAY);
        assertThat(figures(balances).keySet())
                .containsExactlyInAnyOrderElementsOf(Explanation.FIELDS);
    }

    @Example
    void knows_no_other_figure() {
        var facts = RandomAccount.fold(List.of());
        assertThatThrownBy(() -> Explanation.of("luck", facts, USD, TODAY, REST))
                .hasMessageContaining("luck");
    }

    private static Map<String, Money> figures(Balances b) {
        var all = new LinkedHashMap<String, Money>();
        all.put("grossTuition", b.grossTuition());
        all.put("fees", b.fees());
        all.put("awardsApplied", b.awardsApplied());
        all.put("netTuition", b.netTuition());
        all.put("paymentsReceived", new Money(b.paymentsReceived().amount(), USD));
        all.put("refundsPaid", new Money(b.refundsPaid().amount(), USD));
        all.put("balanceDue", b.balanceDue().total());
        all.put("balanceDue.total", b.balanceDue().total());
        all.put("balanceDue.dueNow", b.balanceDue().dueNow());
        all.put("balanceDue.pastDue", b.balanceDue().pastDue());
        all.put("balanceDue.future", b.balanceDue().future());
        all.put("creditBalance", b.creditBalance());
        all.put("anticipatedAid", b.anticipatedAid());
        all.put("indirectCosts", b.indirectCosts());
        all.put("outOfPocketToDate", b.outOfPocketToDate());
        all.put("outOfPocketCommitted", b.outOfPocketCommitted());
        all.put("outOfPocketToCertificate", b.outOfPocketCommitted().plus(usd("2000.00")));
        return all;
    }
}
