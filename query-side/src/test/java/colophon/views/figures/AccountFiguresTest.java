package colophon.views.figures;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.award.AwardAccepted;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentReceived;
import colophon.views.account.RandomAccount;
import colophon.views.figures.Balances.ByPayer;
import colophon.views.figures.Balances.Due;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

class AccountFiguresTest {

    private static final LocalDate TODAY = day("2026-05-20");
    private static final List<FigureLine> STILL =
            List.of(FigureLine.course("c-9", usd("1000.00")), FigureLine.estimate(usd("1000.00")));

    @Provide
    Arbitrary<List<Recorded<?>>> histories() {
        return RandomAccount.histories();
    }

    /** The definitions as sums over the facts, written down a second time. */
    @Property(tries = 1000)
    void lines_sum_to_what_a_figure_is_defined_to_be(
            @ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var account = account(facts);
        defined(facts, Allocation.of(facts))
                .forEach(
                        (field, amount) ->
                                assertThat(account.sum(lines(field, account)))
                                        .as(field)
                                        .isEqualTo(amount));
    }

    @Property(tries = 500)
    void balances_are_the_sums_of_the_lines(@ForAll("histories") List<Recorded<?>> history) {
        var account = account(RandomAccount.fold(history));
        shown(Balances.of(account))
                .forEach(
                        (field, amount) ->
                                assertThat(account.sum(lines(field, account)))
                                        .as(field)
                                        .isEqualTo(amount));
    }

    @Property(tries = 200)
    void parts_by_payer_sum_to_the_whole(@ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var balances = Balances.of(account(facts));
        assertThat(sum(balances.paymentsReceived().byPayer().values(), part -> part))
                .isEqualTo(whole(balances.paymentsReceived()));
        assertThat(balances.paymentsReceived().byPayer().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        facts.payments().stream()
                                .map(fact -> fact.event().payer())
                                .distinct()
                                .toList());
        assertThat(sum(balances.refundsPaid().byPayer().values(), part -> part))
                .isEqualTo(whole(balances.refundsPaid()));
    }

    @Property(tries = 200)
    void names_only_events_of_the_history(@ForAll("histories") List<Recorded<?>> history) {
        var positions = history.stream().map(Recorded::position).toList();
        var account = account(RandomAccount.fold(history));
        for (var figure : FigureName.values())
            for (var line : lines(figure.toString(), account))
                if (line.fact() == null) assertThat(line.kind()).isIn("course", "estimate");
                else assertThat(positions).contains(line.fact().position());
    }

    @Example
    void every_field_of_the_balances_is_a_figure_with_lines() {
        var fields = new ArrayList<String>();
        for (var field : Balances.class.getRecordComponents()) {
            fields.add(field.getName());
            if (field.getType() == Due.class)
                Stream.of(Due.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(part -> fields.add(field.getName() + "." + part));
        }
        assertThat(Stream.of(FigureName.values()).map(FigureName::toString))
                .containsExactlyElementsOf(fields);
        assertThat(FigureName.fields()).isEqualTo(String.join(", ", fields));
    }

    @Example
    void knows_no_other_figure() {
        assertThat(FigureName.named("luck")).isEmpty();
    }

    @Example
    void is_unknown_where_the_cost_to_finish_is() {
        var account = AccountFigures.of(RandomAccount.fold(List.of()), USD, TODAY, () -> null);
        assertThat(Balances.of(account).outOfPocketToCertificate()).isNull();
        assertThat(FigureName.OUT_OF_POCKET_TO_CERTIFICATE.of(account)).isNull();
    }

    private static AccountFigures account(Ledger facts) {
        return AccountFigures.of(facts, USD, TODAY, () -> STILL);
    }

    private static List<FigureLine> lines(String field, AccountFigures account) {
        return Objects.requireNonNull(FigureName.named(field).orElseThrow().of(account), field);
    }

    private static Map<String, Money> defined(Ledger facts, Allocation allocation) {
        var tuition = usd("0");
        var fees = usd("0");
        for (var charge : facts.charges()) {
            var net = facts.net(charge.event());
            if (charge.event().kind().isTuition()) tuition = tuition.plus(net);
            else fees = fees.plus(net);
        }
        var applied = sum(allocation.applied(), part -> part.amount());
        var toTuition =
                sum(
                        allocation.applied().stream()
                                .filter(part -> part.charge().event().kind().isTuition())
                                .toList(),
                        part -> part.amount());
        var paid = sum(facts.payments(), fact -> fact.event().amount());
        var refunds = sum(facts.refunds(), fact -> fact.event().amount());
        var self =
                sum(of(facts, Payer.SELF), fact -> fact.event().amount())
                        .minus(
                                sum(
                                        facts.refunds().stream()
                                                .filter(fact -> fact.event().payer() == Payer.SELF)
                                                .toList(),
                                        fact -> fact.event().amount()));
        var spent = sum(facts.expenses(), fact -> fact.event().amount());
        var own = spent.minus(sum(allocation.reimbursed(), part -> part.amount()));
        var net = tuition.plus(fees).minus(applied);
        var others = paid.minus(refunds).minus(self);
        var committed = net.minus(others.min(net)).plus(own);
        var all = new LinkedHashMap<String, Money>();
        all.put("grossTuition", tuition);
        all.put("fees", fees);
        all.put("awardsApplied", applied);
        all.put("netTuition", tuition.minus(toTuition).orZero());
        all.put("paymentsReceived", paid);
        all.put("refundsPaid", refunds);
        all.put("balanceDue", sum(allocation.open(), part -> part.amount()));
        all.put("balanceDue.total", sum(allocation.open(), part -> part.amount()));
        all.put("creditBalance", sum(allocation.credit(), part -> part.amount()));
        all.put(
                "anticipatedAid",
                sum(facts.activeAwards(), fact -> anticipated(fact.event(), facts, allocation)));
        all.put("indirectCosts", spent);
        all.put("outOfPocketToDate", self.plus(own));
        all.put("outOfPocketCommitted", committed);
        all.put("outOfPocketToCertificate", committed.plus(usd("2000.00")));
        return all;
    }

    private static Money anticipated(AwardAccepted award, Ledger facts, Allocation allocation) {
        var paid = allocation.paidBy(award.awardId());
        if (paid == null) return facts.worth(award);
        return award.oneCourse() ? usd("0") : facts.worth(award).minus(paid).orZero();
    }

    private static List<Recorded<PaymentReceived>> of(Ledger facts, Payer payer) {
        return facts.payments().stream().filter(fact -> fact.event().payer() == payer).toList();
    }

    private static Map<String, Money> shown(Balances b) {
        var all = new LinkedHashMap<String, Money>();
        all.put("grossTuition", b.grossTuition());
        all.put("fees", b.fees());
        all.put("awardsApplied", b.awardsApplied());
        all.put("netTuition", b.netTuition());
        all.put("paymentsReceived", whole(b.paymentsReceived()));
        all.put("refundsPaid", whole(b.refundsPaid()));
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
        all.put(
                "outOfPocketToCertificate",
                Objects.requireNonNull(b.outOfPocketToCertificate(), "cost to finish"));
        return all;
    }

    private static Money whole(ByPayer parts) {
        return new Money(parts.amount(), parts.currency());
    }

    private static <T> Money sum(Collection<T> parts, Function<T, Money> amount) {
        var sum = usd("0");
        for (var part : parts) sum = sum.plus(amount.apply(part));
        return sum;
    }
}
