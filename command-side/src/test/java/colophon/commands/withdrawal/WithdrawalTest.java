package colophon.commands.withdrawal;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OVERRIDE_EXCEEDS_LIMIT;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.withdrawal.SummerCourses.HALF;
import static colophon.commands.withdrawal.SummerCourses.STARTS;
import static colophon.commands.withdrawal.SummerCourses.TERMS;
import static colophon.commands.withdrawal.SummerCourses.WHOLE;
import static colophon.commands.withdrawal.SummerCourses.withdraw;
import static colophon.commands.withdrawal.WithdrawalFacts.ACCOUNT;
import static colophon.commands.withdrawal.WithdrawalFacts.AWARD;
import static colophon.commands.withdrawal.WithdrawalFacts.E1;
import static colophon.commands.withdrawal.WithdrawalFacts.E2;
import static colophon.commands.withdrawal.WithdrawalFacts.FUND;
import static colophon.commands.withdrawal.WithdrawalFacts.OFFERING;
import static colophon.commands.withdrawal.WithdrawalFacts.PAYMENT;
import static colophon.commands.withdrawal.WithdrawalFacts.enrolled;
import static colophon.commands.withdrawal.WithdrawalFacts.refunded;
import static colophon.commands.withdrawal.WithdrawalFacts.reversed;
import static colophon.commands.withdrawal.WithdrawalFacts.scheduled;
import static colophon.commands.withdrawal.WithdrawalFacts.withAward;
import static colophon.commands.withdrawal.WithdrawalFacts.withLine;
import static colophon.commands.withdrawal.WithdrawalFacts.withPayment;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.enrollment.EnrollmentRequest.RefundOverride;
import colophon.commands.enrollment.EnrollmentRequest.Withdraw;
import colophon.commands.loading.States;
import colophon.events.account.ChargeKind;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOffered;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.WaitlistLeft;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A student withdraws: the enrollment, its seat and all money that follows. */
class WithdrawalTest {

    private static final LocalDate EARLY = STARTS.minusDays(30);
    private static final LocalDate LATE = STARTS.minusDays(1);

    @Test
    void what_the_policy_gives_back_is_refunded_to_the_payer() {
        withPayment(enrolled(TERMS), "1395")
                .when(withdrawn(withdraw("e-1", EARLY)))
                .then(E1, dropped(EARLY))
                .then(OFFERING, released())
                .then(
                        ACCOUNT,
                        reversed("tuition", "1095", "ill", WHOLE, EARLY),
                        refunded("1095", "ill", EARLY))
                .then(PAYMENT, refunded("1095", "ill", EARLY))
                .andNothingElse();
    }

    @Test
    void the_settlement_says_what_is_kept_and_what_is_refunded() {
        var settlement =
                withPayment(enrolled(TERMS), "1395")
                        .when(withdrawn(withdraw("e-1", EARLY)))
                        .answer();

        assertThat(settlement)
                .returns(usd("1395"), Settlement::charged)
                .returns(usd("300"), Settlement::kept)
                .returns(usd("1095"), Settlement::refund)
                .returns(
                        List.of(
                                new Settlement.ChargeGivenBack(
                                        "e-1:tuition", ChargeKind.TUITION, usd("1095"), WHOLE)),
                        Settlement::charges);
    }

    @Test
    void without_a_policy_nothing_is_given_back_from_the_first_day_on() {
        withPayment(enrolled(null), "1395")
                .when(withdrawn(withdraw("e-1", STARTS)))
                .then(E1, new EnrollmentWithdrawn("e-1", "s-1", "o-1", "ill", STARTS))
                .then(OFFERING, released())
                .andNothingElse();
    }

    @Test
    void an_award_that_pays_nothing_more_goes_back_to_its_fund() {
        var released = new AwardReleased("a-1", "f-1", "s-1", "ucla", usd("600"), "ill", TODAY);
        withAward(enrolled(null), "600")
                .when(withdrawn(withdraw("e-1", EARLY)))
                .then(E1, dropped(EARLY))
                .then(OFFERING, released())
                .then(
                        ACCOUNT,
                        reversed("tuition", "1145", "ill", EARLY),
                        reversed("deposit", "250", "ill", EARLY),
                        released)
                .thenInAll(released, AWARD, FUND)
                .andNothingElse();
    }

    @Test
    void an_award_that_pays_less_keeps_only_what_it_pays() {
        var reduced =
                new AwardReduced(
                        "a-1", "f-1", "s-1", "ucla", usd("622.50"), usd("377.50"), "ill", TODAY);
        withAward(enrolled(TERMS), "1000")
                .when(withdrawn(withdraw("e-1", LATE)))
                .then(ACCOUNT, reversed("tuition", "522.50", "ill", HALF, LATE), reduced)
                .thenInAll(reduced, AWARD, FUND);
    }

    @Test
    void the_first_on_the_waitlist_is_offered_the_seat() {
        var confirmBy = TODAY.plusDays(14);
        withLine(enrolled(null))
                .when(withdrawn(withdraw("e-1", STARTS)))
                .then(
                        OFFERING,
                        released(),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", confirmBy))
                .then(E2, new SeatOffered("e-2", "s-2", "o-1", confirmBy, TODAY));
    }

    @Test
    void what_an_override_adds_is_a_reversal_of_its_own() {
        enrolled(TERMS)
                .when(withdrawn(overridden(new RefundOverride(20, null, "bereaved"))))
                .then(
                        ACCOUNT,
                        reversed("tuition", "1095", "ill", WHOLE, EARLY),
                        reversed("tuition", "50", "ill / beyond the policy: bereaved", EARLY),
                        reversed("deposit", "229", "ill / beyond the policy: bereaved", EARLY));
    }

    @Test
    void refuses_an_override_beyond_the_limit_of_the_policy() {
        enrolled(TERMS)
                .when(withdrawn(overridden(new RefundOverride(21, null, "bereaved"))))
                .thenRefused(OVERRIDE_EXCEEDS_LIMIT, "21", "20");
    }

    @Test
    void refuses_an_override_in_another_currency() {
        enrolled(TERMS)
                .when(withdrawn(overridden(new RefundOverride(null, eur("1"), "bereaved"))))
                .thenRefused(CURRENCY_MISMATCH, "EUR");
    }

    @Test
    void a_repeated_request_changes_nothing_and_settles_the_same() {
        var before = withPayment(enrolled(TERMS), "1395");
        var first = before.when(withdrawn(withdraw("e-1", EARLY))).answer();
        var again = before.when(withdrawn(withdraw("e-1", EARLY))).thenNothing().answer();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void refuses_an_enrollment_that_has_ended() {
        enrolled(null)
                .and(E1, dropped(EARLY))
                .when(withdrawn(withdraw("e-1", LATE)))
                .thenRefused(NOT_ENROLLED, "e-1");
    }

    @Test
    void refuses_an_enrollment_that_does_not_exist() {
        scheduled(null)
                .when(withdrawn(withdraw("e-1", EARLY)))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static Function<States, Settlement> withdrawn(Withdraw command) {
        return states -> new Withdrawal(states).withdraw(command, TODAY);
    }

    private static Withdraw overridden(RefundOverride override) {
        return new Withdraw("e-1", "ill", EARLY, override);
    }

    private static EnrollmentDropped dropped(LocalDate on) {
        return new EnrollmentDropped("e-1", "s-1", "o-1", "ill", on);
    }

    private static SeatReleased released() {
        return new SeatReleased("o-1", "e-1", "s-1");
    }
}
