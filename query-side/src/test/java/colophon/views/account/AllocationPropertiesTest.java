package colophon.views.account;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.account.ChargeKind;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.award.AwardAccepted;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.views.figures.AccountFigures;
import colophon.views.figures.Balances;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class AllocationPropertiesTest {

    private static final LocalDate TODAY = day("2026-05-20");

    @Provide
    Arbitrary<List<Recorded<?>>> histories() {
        return RandomAccount.histories();
    }

    @Property(tries = 1000)
    void conserves_money_at_every_prefix(@ForAll("histories") List<Recorded<?>> history) {
        for (int n = 0; n <= history.size(); n++) {
            var b = balances(RandomAccount.fold(history.subList(0, n)));
            var owed = b.balanceDue().total().minus(b.creditBalance());
            var paid =
                    new Money(
                            b.paymentsReceived().amount().subtract(b.refundsPaid().amount()), USD);
            assertThat(b.grossTuition().plus(b.fees()))
                    .isEqualTo(b.awardsApplied().plus(paid).plus(owed));
        }
    }

    @Property(tries = 1000)
    void gives_the_same_figures_in_whatever_order_the_facts_arrive(
            @ForAll("histories") List<Recorded<?>> history, @ForAll long seed) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(balances(RandomAccount.fold(shuffled)))
                .isEqualTo(balances(RandomAccount.fold(history)));
    }

    @Property(tries = 300)
    void gives_the_same_figures_whether_a_payment_or_an_award_was_recorded_first(
            @ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        // same business dates, other commits: awards and payments change their order in the log
        var renumbered = new ArrayList<Recorded<?>>();
        for (var fact : history)
            renumbered.add(
                    fact.event() instanceof PaymentReceived || fact.event() instanceof AwardAccepted
                            ? moved(fact, fact.event() instanceof PaymentReceived ? 1000 : 0)
                            : fact);
        assertThat(balances(RandomAccount.fold(renumbered))).isEqualTo(balances(facts));
    }

    @Property(tries = 500)
    void never_shows_a_negative_figure_or_pays_more_than_there_is(
            @ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        var allocation = Allocation.of(facts);
        var b = balances(facts);
        assertThat(
                        List.of(
                                b.netTuition(),
                                b.balanceDue().total(),
                                b.balanceDue().dueNow(),
                                b.balanceDue().pastDue(),
                                b.balanceDue().future(),
                                b.creditBalance(),
                                b.anticipatedAid(),
                                b.outOfPocketCommitted()))
                .noneMatch(Money::isNegative);
        for (var award : facts.awards()) {
            var paid = allocation.paidBy(award.event().awardId());
            if (paid != null) assertThat(paid).isLessThanOrEqualTo(facts.worth(award.event()));
        }
        for (var charge : facts.charges())
            assertThat(
                            allocation.applied().stream()
                                    .filter(part -> part.charge() == charge)
                                    .map(Allocation.Applied::amount)
                                    .reduce(usd("0"), Money::plus))
                    .isLessThanOrEqualTo(facts.net(charge.event()));
    }

    @Property(tries = 500)
    void makes_no_credit_from_awards(@ForAll("histories") List<Recorded<?>> history) {
        var withoutPayments =
                history.stream().filter(fact -> !isMoney(fact)).<Recorded<?>>map(f -> f).toList();
        assertThat(balances(RandomAccount.fold(withoutPayments)).creditBalance().isZero()).isTrue();
    }

    @Property(tries = 500)
    void pays_only_what_an_award_covers(@ForAll("histories") List<Recorded<?>> history) {
        var allocation = Allocation.of(RandomAccount.fold(history));
        for (var part : allocation.applied()) {
            var award = part.award().event();
            var charge = part.charge().event();
            assertThat(charge.kind()).isNotEqualTo(ChargeKind.LATE_FEE);
            assertThat(award.covers()).contains(Coverage.valueOf(charge.kind().name()));
            if (award.enrollmentId() != null)
                assertThat(part.charge().event().enrollmentId()).isEqualTo(award.enrollmentId());
            if (award.expiresOn() != null)
                assertThat(part.charge().event().chargedOn()).isBeforeOrEqualTo(award.expiresOn());
            if (award.oneCourse()) {
                assertThat(charge.enrollmentId()).isNotNull();
                assertThat(allocation.applied())
                        .filteredOn(other -> other.award() == part.award())
                        .extracting(other -> other.charge().event().enrollmentId())
                        .containsOnly(part.charge().event().enrollmentId());
            }
        }
        assertThat(allocation.reimbursed())
                .allMatch(part -> part.award().event().covers().contains(Coverage.EXPENSE))
                .noneMatch(part -> part.award().event().oneCourse());
    }

    @Property(tries = 1000)
    void makes_due_exactly_what_is_owed_whatever_was_agreed(
            @ForAll("histories") List<Recorded<?>> history,
            @ForAll @IntRange(min = -100, max = 200) int days) {
        for (int n = 0; n <= history.size(); n++) {
            var facts = RandomAccount.fold(history.subList(0, n));
            var allocation = Allocation.of(facts);
            var owed = usd("0");
            for (var open : allocation.open()) owed = owed.plus(open.amount());
            var due =
                    Balances.of(AccountFigures.of(facts, USD, TODAY.plusDays(days), List::of))
                            .balanceDue();
            assertThat(due.total()).isEqualTo(owed);
            assertThat(due.dueNow().plus(due.future())).isEqualTo(owed);
            assertThat(due.pastDue()).isLessThanOrEqualTo(due.dueNow());
            assertThat(due.future().isNegative()).isFalse();
            if (n > 0 && history.get(n - 1).event() instanceof PaymentPlanAgreed plan)
                assertThat(DueAmounts.of(facts, allocation).parts())
                        .as("just agreed, a plan says what is due, and nothing else does")
                        .extracting(part -> new Instalment(part.dueOn(), part.amount()))
                        .isEqualTo(plan.instalments());
        }
    }

    @Property(tries = 500)
    void pays_what_is_locked_before_anything_else(@ForAll("histories") List<Recorded<?>> history) {
        var facts = RandomAccount.fold(history);
        if (facts.locks().isEmpty()) return;
        var first = facts.locks().getFirst().event();
        for (var payment : facts.payments()) {
            if (!payment.event().paymentId().equals(first.paymentId())) continue;
            var charge =
                    facts.charges().stream()
                            .filter(c -> c.event().chargeId().equals(first.chargeId()))
                            .findFirst()
                            .orElseThrow();
            var expected =
                    first.amount().min(facts.net(charge.event())).min(facts.net(payment.event()));
            var paid = usd("0");
            for (var part : Allocation.of(facts).paid())
                if (part.payment() == payment && part.charge() == charge)
                    paid = paid.plus(part.amount());
            assertThat(paid).isGreaterThanOrEqualTo(expected);
        }
    }

    private static boolean isMoney(Recorded<?> fact) {
        return fact.event() instanceof PaymentReceived || fact.event() instanceof PaymentRefunded;
    }

    private static Recorded<?> moved(Recorded<?> fact, long by) {
        return new Recorded<>(
                fact.event(),
                fact.position() + by,
                fact.offset(),
                fact.recordedAt(),
                fact.who(),
                fact.eventId());
    }

    private static Balances balances(Ledger facts) {
        return Balances.of(AccountFigures.of(facts, USD, TODAY, List::of));
    }
}
