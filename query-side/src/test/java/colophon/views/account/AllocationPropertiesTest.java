package colophon.views.account;

import static colophon.views.Given.USD;
import static colophon.views.Given.day;
import static colophon.views.Given.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.account.AwardCredited;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.fund.Coverage;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
            var paid = b.paymentsReceived().total().minus(b.refundsPaid().total());
            assertThat(b.grossTuition()).isEqualTo(b.awardsApplied().plus(paid).plus(owed));
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
        // same business dates, other commits: awards and payments trade places in the log
        var renumbered = new ArrayList<Recorded<?>>();
        for (var fact : history)
            renumbered.add(
                    fact.event() instanceof PaymentPosted || fact.event() instanceof AwardCredited
                            ? moved(fact, fact.event() instanceof PaymentPosted ? 1000 : 0)
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
            if (paid != null) assertThat(paid).isLessThanOrEqualTo(award.event().amount());
        }
        for (var charge : facts.charges())
            assertThat(
                            allocation.applied().stream()
                                    .filter(part -> part.charge() == charge)
                                    .map(Allocation.Applied::amount)
                                    .reduce(usd("0"), Money::plus))
                    .isLessThanOrEqualTo(charge.event().amount());
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
            assertThat(award.covers()).contains(Coverage.TUITION);
            if (award.enrollmentId() != null)
                assertThat(part.charge().event().enrollmentId()).isEqualTo(award.enrollmentId());
            if (award.expiresOn() != null)
                assertThat(part.charge().event().chargedOn()).isBeforeOrEqualTo(award.expiresOn());
            if (award.oneCourse())
                assertThat(allocation.applied())
                        .filteredOn(other -> other.award() == part.award())
                        .extracting(other -> other.charge().event().enrollmentId())
                        .containsOnly(part.charge().event().enrollmentId());
        }
        assertThat(allocation.reimbursed())
                .allMatch(part -> part.award().event().covers().contains(Coverage.EXPENSE))
                .noneMatch(part -> part.award().event().oneCourse());
    }

    private static boolean isMoney(Recorded<?> fact) {
        return fact.event() instanceof PaymentPosted || fact.event() instanceof RefundPosted;
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
        return Balances.of(facts, Allocation.of(facts), USD, TODAY);
    }
}
