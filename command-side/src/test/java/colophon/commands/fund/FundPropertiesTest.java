package colophon.commands.fund;

import static colophon.commands.campus.Sums.USD;
import static colophon.commands.fund.FundFacts.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.math.BigDecimal;
import java.util.List;

class FundPropertiesTest {

    /** A random command to the fund: its kind, its award and its amount in cents. */
    record Ask(int kind, int award, int cents) {}

    @Provide
    Arbitrary<Ask> asks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 400_000))
                .as(Ask::new);
    }

    @Property(tries = 400)
    void is_never_overdrawn_whatever_is_asked_of_it(
            @ForAll @IntRange(min = 1, max = 1_000_000) int budget,
            @ForAll @Size(max = 60) List<@From("asks") Ask> asks) {
        Fund fund =
                Fund.evolve(new Fund.Unknown(), FundFacts.with(cents(budget).amount().toString()));
        for (var ask : asks) {
            for (var event : decided(ask, fund)) {
                fund = Fund.evolve(fund, event);
                balanced((Fund.Established) fund);
            }
        }
    }

    private static List<? extends FundEvent> decided(Ask ask, Fund fund) {
        var id = "a-" + ask.award();
        var established = Fund.require(fund, "f-1");
        var held = established.held().get(id);
        try {
            return switch (ask.kind()) {
                case 0 ->
                        held == null
                                ? List.of()
                                : List.of(FundFacts.released(id, "s-1", text(held.amount())));
                case 1 ->
                        Fund.decide(new RecordContribution("f-1", cents(ask.cents())), fund, TODAY);
                default -> {
                    if (held != null) yield List.of(); // an award is offered once
                    var award = FundFacts.held(id, "s-1", text(cents(ask.cents())));
                    Fund.requireAvailable(award, established, TODAY);
                    yield List.of(award);
                }
            };
        } catch (Refusal refusal) {
            return List.of(); // a refusal is fine: it changes nothing
        }
    }

    private static String text(Money amount) {
        return amount.amount().toString();
    }

    private static void balanced(Fund.Established fund) {
        var held =
                fund.held().values().stream()
                        .map(Fund.Encumbrance::amount)
                        .reduce(Money.zero(USD), Money::plus);
        assertThat(fund.available().plus(held)).isEqualTo(fund.budget());
        assertThat(fund.available().isNegative()).isFalse();
    }

    private static Money cents(int cents) {
        return new Money(BigDecimal.valueOf(cents, 2), USD);
    }
}
