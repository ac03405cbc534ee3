package colophon.commands.withdrawal;

import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.enrollment.EnrollmentRequest.RefundOverride;
import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A student enrolled on 1 May in a course from 6 July at 1395, of which 250 is the deposit. */
class RefundCalculationTest {

    private static final LocalDate ENROLLED = LocalDate.of(2026, 5, 1);
    private static final LocalDate STARTS = LocalDate.of(2026, 7, 6);

    private static final ChargePosted DEPOSIT = charge("d", ChargeKind.DEPOSIT, "250", "e-1");
    private static final ChargePosted TUITION = charge("t", ChargeKind.TUITION, "1145", "e-1");

    @Test
    void without_a_policy_all_is_given_back_on_the_eve_of_the_first_day() {
        assertThat(back(on(STARTS.minusDays(1), null))).isEqualTo(Map.of("d", "250", "t", "1145"));
    }

    @Test
    void without_a_policy_nothing_is_given_back_on_the_first_day() {
        assertThat(back(on(STARTS, null))).isEmpty();
    }

    @Test
    void a_tier_until_a_day_before_the_start_holds_on_that_day_and_not_after() {
        var policy = policy(until("P-30D", 100));
        assertThat(back(on(LocalDate.of(2026, 6, 6), policy)))
                .isEqualTo(Map.of("d", "250", "t", "1145"));
        assertThat(back(on(LocalDate.of(2026, 6, 7), policy))).isEmpty();
    }

    @Test
    void a_tier_may_hold_until_after_the_start() {
        var policy = policy(until("P7D", 50));
        assertThat(back(on(LocalDate.of(2026, 7, 13), policy)))
                .isEqualTo(Map.of("d", "125", "t", "572.50"));
        assertThat(back(on(LocalDate.of(2026, 7, 14), policy))).isEmpty();
    }

    @Test
    void a_tier_of_days_since_enrolling_holds_on_the_last_of_them_and_not_after() {
        var policy = policy(within(14, 100));
        assertThat(back(on(ENROLLED.plusDays(14), policy))).hasSize(2);
        assertThat(back(on(ENROLLED.plusDays(15), policy))).isEmpty();
        assertThat(back(on(ENROLLED, policy(within(0, 100))))).hasSize(2);
    }

    @Test
    void the_first_tier_that_fits_decides_even_where_a_later_one_gives_more() {
        var policy = policy(until("P-30D", 40), until("P0D", 90));
        assertThat(back(on(STARTS.minusDays(40), policy)))
                .isEqualTo(Map.of("d", "100", "t", "458"));
        assertThat(back(on(STARTS.minusDays(3), policy)))
                .isEqualTo(Map.of("d", "225", "t", "1030.50"));
    }

    @Test
    void a_tier_for_some_kinds_of_charges_leaves_the_others_to_the_next() {
        var policy =
                policy(
                        new Tier(Period.parse("P-30D"), null, 100, Set.of(ChargeKind.TUITION)),
                        until("P-30D", 20));
        assertThat(back(on(STARTS.minusDays(30), policy)))
                .isEqualTo(Map.of("d", "50", "t", "1145"));
    }

    @Test
    void what_is_not_refundable_is_kept_whatever_the_tiers_say() {
        var policy =
                new RefundPolicy(
                        1, List.of(until("P0D", 100)), null, Set.of(ChargeKind.DEPOSIT), 0);
        assertThat(back(on(STARTS, policy))).isEqualTo(Map.of("t", "1145"));
    }

    @Test
    void the_fee_is_kept_once_of_the_tuition_first_and_never_more_than_is_given_back() {
        assertThat(back(on(STARTS, fee("100")))).isEqualTo(Map.of("d", "250", "t", "1045"));
        assertThat(back(on(STARTS, fee("1200")))).isEqualTo(Map.of("d", "195"));
        assertThat(back(on(STARTS, fee("9000")))).isEmpty();
    }

    @Test
    void a_refund_says_which_tier_decided_and_its_last_day() {
        var before = until("P-30D", 100);
        var soon = within(14, 50);
        var account = ledger(DEPOSIT, TUITION);
        assertThat(on(STARTS.minusDays(30), policy(before, soon)).refunds(account, "e-1"))
                .allSatisfy(
                        refund ->
                                assertThat(refund.tier())
                                        .isEqualTo(new AppliedTier(100, STARTS.minusDays(30))));
        assertThat(on(ENROLLED.plusDays(14), policy(soon)).refunds(account, "e-1"))
                .allSatisfy(
                        refund ->
                                assertThat(refund.tier())
                                        .isEqualTo(new AppliedTier(50, ENROLLED.plusDays(14))));
    }

    @Test
    void a_refund_that_no_tier_decided_names_none() {
        var account = ledger(DEPOSIT, TUITION);
        for (var calculation :
                List.of(
                        on(STARTS, null),
                        on(STARTS.plusDays(1), policy(until("P0D", 100))),
                        RefundCalculation.cancelledOn(STARTS)))
            assertThat(calculation.refunds(account, "e-1"))
                    .hasSize(2)
                    .allSatisfy(refund -> assertThat(refund.tier()).isNull());
    }

    @Test
    void half_a_cent_goes_to_the_student() {
        var odd = charge("t", ChargeKind.TUITION, "100.01", "e-1");
        assertThat(back(on(STARTS, policy(until("P0D", 50))), odd)).isEqualTo(Map.of("t", "50.01"));
        var even = charge("t", ChargeKind.TUITION, "100.03", "e-1");
        assertThat(back(on(STARTS, policy(until("P0D", 25))), even))
                .isEqualTo(Map.of("t", "25.01"));
    }

    @Test
    void what_was_reversed_or_written_off_before_is_not_given_back_again() {
        var account =
                ledger(
                        DEPOSIT,
                        TUITION,
                        new ChargeReversed("u", "s-1", "t", usd("145"), "too much", ENROLLED),
                        new ChargeWrittenOff("u", "s-1", "d", usd("250"), "gone", ENROLLED));
        assertThat(sums(on(STARTS, policy(until("P0D", 50))).reversals(account, "e-1", "ill")))
                .isEqualTo(Map.of("t", "500"));
    }

    @Test
    void charges_of_other_enrollments_and_of_none_are_left_alone() {
        var other = charge("o", ChargeKind.TUITION, "900", "e-2");
        var fee = charge("f", ChargeKind.FEE, "30", null);
        var own = charge("l", ChargeKind.LATE_FEE, "25", "e-1");
        assertThat(back(on(ENROLLED, null), other, fee, own)).isEqualTo(Map.of("l", "25"));
    }

    @Test
    void a_cancellation_by_the_program_gives_all_back_whatever_the_policy_says() {
        assertThat(back(RefundCalculation.cancelledOn(STARTS.plusDays(9))))
                .isEqualTo(Map.of("d", "250", "t", "1145"));
    }

    @Test
    void an_override_adds_a_percentage_of_what_is_charged_with_a_reason_of_its_own() {
        var reversals =
                overridden(until("P0D", 50), 25, new RefundOverride(20, null, "bereaved"))
                        .reversals(ledger(DEPOSIT, TUITION), "e-1", "ill");

        var half = new AppliedTier(50, STARTS);
        assertThat(reversals)
                .containsExactly(
                        new ChargeReversed("u", "s-1", "t", usd("572.50"), "ill", half, STARTS),
                        new ChargeReversed(
                                "u",
                                "s-1",
                                "t",
                                usd("279"),
                                "ill / beyond the policy: bereaved",
                                STARTS),
                        new ChargeReversed("u", "s-1", "d", usd("125"), "ill", half, STARTS));
    }

    @Test
    void an_override_of_an_amount_goes_to_the_tuition_first() {
        var more = new RefundOverride(null, usd("600"), "bereaved");
        assertThat(back(overridden(until("P0D", 50), 100, more)))
                .isEqualTo(Map.of("t", "1145", "d", "152.50"));
    }

    @Test
    void an_override_may_use_the_limit_to_the_cent_and_no_cent_more() {
        var limit = new RefundOverride(null, usd("139.50"), "bereaved");
        assertThat(back(overridden(until("P0D", 50), 10, limit)))
                .isEqualTo(Map.of("t", "712", "d", "125"));
        refused(
                overridden(until("P0D", 50), 10, new RefundOverride(null, usd("139.51"), "x")),
                "139.50");
        refused(overridden(until("P0D", 50), 10, new RefundOverride(11, null, "x")), "11");
    }

    @Test
    void an_override_gives_back_no_more_than_would_be_kept() {
        var percent = new RefundOverride(100, null, "bereaved");
        assertThat(back(overridden(until("P0D", 90), 100, percent)))
                .isEqualTo(Map.of("t", "1145", "d", "250"));
        refused(
                overridden(until("P0D", 90), 100, new RefundOverride(null, usd("139.51"), "x")),
                "139.50");
        refused(overridden(until("P0D", 100), 100, percent), "0.00");
    }

    @Test
    void there_is_no_override_without_a_policy() {
        refused(
                new RefundCalculation(
                        null,
                        STARTS,
                        ENROLLED,
                        STARTS,
                        false,
                        new RefundOverride(1, null, "bereaved")),
                "0");
    }

    private static void refused(RefundCalculation refund, String named) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refund.reversals(ledger(DEPOSIT, TUITION), "e-1", "ill"))
                .returns(Reason.OVERRIDE_EXCEEDS_LIMIT, Refusal::reason)
                .satisfies(refusal -> assertThat(refusal.detail()).contains(named));
    }

    private static Map<String, String> back(RefundCalculation refund) {
        return back(refund, DEPOSIT, TUITION);
    }

    private static Map<String, String> back(RefundCalculation refund, AccountEvent... postings) {
        return sums(refund.reversals(ledger(postings), "e-1", "ill"));
    }

    private static Map<String, String> sums(List<ChargeReversed> reversals) {
        var sums = new LinkedHashMap<String, Money>();
        for (var reversal : reversals)
            sums.merge(reversal.chargeId(), reversal.amount(), Money::plus);
        var words = new LinkedHashMap<String, String>();
        sums.forEach(
                (id, sum) ->
                        words.put(id, sum.amount().toPlainString().replaceFirst("\\.00$", "")));
        return words;
    }

    private static RefundCalculation on(LocalDate day, @Nullable RefundPolicy policy) {
        return new RefundCalculation(policy, STARTS, ENROLLED, day, false, null);
    }

    private static RefundCalculation overridden(Tier tier, int upTo, RefundOverride override) {
        var policy = new RefundPolicy(1, List.of(tier), null, Set.of(), upTo);
        return new RefundCalculation(policy, STARTS, ENROLLED, STARTS, false, override);
    }

    private static RefundPolicy policy(Tier... tiers) {
        return new RefundPolicy(1, List.of(tiers), null, Set.of(), 0);
    }

    private static RefundPolicy fee(String amount) {
        return new RefundPolicy(1, List.of(until("P0D", 100)), usd(amount), Set.of(), 0);
    }

    private static Tier until(String period, int percent) {
        return new Tier(Period.parse(period), null, percent, Set.of());
    }

    private static Tier within(int days, int percent) {
        return new Tier(null, days, percent, Set.of());
    }

    private static ChargePosted charge(
            String id, ChargeKind kind, String amount, @Nullable String enrollmentId) {
        return new ChargePosted(
                "u", "s-1", id, kind, enrollmentId, "o-1", usd(amount), null, ENROLLED, ENROLLED);
    }

    private static Ledger ledger(AccountEvent... postings) {
        var ledger = Ledger.empty("u", "s-1");
        for (int i = 0; i < postings.length; i++)
            ledger = ledger.with(Recorded.inOrder(postings[i], i + 1));
        return ledger;
    }
}
