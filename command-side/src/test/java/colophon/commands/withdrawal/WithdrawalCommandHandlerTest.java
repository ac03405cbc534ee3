package colophon.commands.withdrawal;

import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OVERRIDE_EXCEEDS_LIMIT;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.fund;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.withdrawal.SummerCourses.STARTS;
import static colophon.commands.withdrawal.SummerCourses.TERMS;
import static colophon.commands.withdrawal.SummerCourses.WHOLE;
import static colophon.commands.withdrawal.SummerCourses.award;
import static colophon.commands.withdrawal.SummerCourses.course;
import static colophon.commands.withdrawal.SummerCourses.pay;
import static colophon.commands.withdrawal.SummerCourses.withdraw;
import static colophon.commands.withdrawal.WithdrawalFacts.refunded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.award.OfferAward;
import colophon.commands.billing.LockAllocation;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.ReviseRefundPolicy;
import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargeReversed;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistLeft;
import colophon.events.payment.Payer;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

class WithdrawalCommandHandlerTest {

    private static final LocalDate EARLY = STARTS.minusDays(30);
    private static final LocalDate LATE = STARTS.minusDays(1);

    private final CommandSide office = Campus.open();

    @Test
    void seat_charges_and_money_are_one_commit() {
        enrolled(TERMS);
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new EnrollmentDropped("e-1", "s-1", "o-1", "ill", EARLY),
                        new SeatReleased("o-1", "e-1", "s-1"),
                        reversed("e-1:tuition", "1095", WHOLE, EARLY),
                        refunded("1095", "ill", EARLY));
        assertThat(parting)
                .isEqualTo(
                        new Settlement(
                                "e-1",
                                EnrollmentState.DROPPED,
                                usd("1395"),
                                usd("1095"),
                                usd("300"),
                                List.of(
                                        new Settlement.ChargeGivenBack(
                                                "e-1:tuition",
                                                ChargeKind.TUITION,
                                                usd("1095"),
                                                WHOLE)),
                                List.of(
                                        new Settlement.RefundToPayer(
                                                "p-1", "e-1.w1.1", Payer.SELF, usd("1095"))),
                                List.of(),
                                usd("1095"),
                                1,
                                EARLY));
    }

    @Test
    void a_repeated_request_changes_nothing_and_gets_the_first_answer_even_much_later() {
        enrolled(TERMS);
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));
        office.send(fund("f-1", "2000"));
        office.send(award("a-1", "s-1", "e-1", "600"));
        var first = office.send(withdraw("e-1", LATE));
        office.send(pay("p-2", "s-1", "500", Payer.SELF));
        office.send(enroll("e-2", "s-1", "o-1"));
        var before = office.commits();

        assertThat(office.send(withdraw("e-1", LATE))).isEqualTo(first);
        assertThat(office.send(new EnrollmentRequest.Withdraw("e-1", "ill", null, null)))
                .isEqualTo(first);
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void whoever_leaves_after_the_start_is_withdrawn() {
        enrolled(null);
        var parting = left(withdraw("e-1", STARTS));

        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new EnrollmentWithdrawn("e-1", "s-1", "o-1", "ill", STARTS),
                        new SeatReleased("o-1", "e-1", "s-1"));
        assertThat(parting.status()).isEqualTo(EnrollmentState.WITHDRAWN);
        assertThat(parting.kept()).isEqualTo(usd("1395"));
    }

    @Test
    void what_nobody_had_paid_is_taken_back_and_nothing_is_paid_out() {
        enrolled(null);
        office.send(pay("p-1", "s-1", "200", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(parting.givenBack()).isEqualTo(usd("1395"));
        assertThat(parting.refund()).isEqualTo(usd("200"));
    }

    @Test
    void money_that_another_charge_takes_is_not_paid_out() {
        enrolled(null);
        office.send(course("o-2", 5, null, null));
        office.send(enroll("e-2", "s-1", "o-2"));
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(parting.givenBack()).isEqualTo(usd("1395"));
        assertThat(parting.refunds()).isEmpty();
    }

    @Test
    void money_goes_back_to_whoever_paid_it() {
        enrolled(null);
        office.send(pay("p-1", "s-1", "1000", Payer.EMPLOYER));
        office.send(pay("p-2", "s-1", "395", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(parting.refunds())
                .containsExactly(
                        new Settlement.RefundToPayer(
                                "p-1", "e-1.w1.1", Payer.EMPLOYER, usd("1000")),
                        new Settlement.RefundToPayer("p-2", "e-1.w1.2", Payer.SELF, usd("395")));
    }

    @Test
    void credit_that_was_there_before_stays_where_it_is() {
        enrolled(null);
        office.send(pay("p-1", "s-1", "1500", Payer.SELF));

        assertThat(left(withdraw("e-1", EARLY)).refund()).isEqualTo(usd("1395"));
    }

    @Test
    void credit_of_one_payer_is_not_paid_out_in_place_of_what_another_had_paid() {
        enrolled(null);
        office.send(pay("p-1", "s-1", "500", Payer.EMPLOYER)); // 250 of it is credit
        office.send(pay("p-2", "s-1", "1145", Payer.SELF));
        office.send(
                new LockAllocation(
                        "s-1", "ucla", "l-1", null, "p-2", "e-1:tuition", usd("1145"), "agreed"));

        assertThat(left(withdraw("e-1", EARLY)).refunds())
                .containsExactly(
                        new Settlement.RefundToPayer("p-1", "e-1.w1.1", Payer.EMPLOYER, usd("250")),
                        new Settlement.RefundToPayer("p-2", "e-1.w1.2", Payer.SELF, usd("1145")));
    }

    @Test
    void an_award_that_pays_nothing_more_goes_back_to_its_fund_as_a_whole() {
        enrolled(null);
        office.send(fund("f-1", "2000"));
        office.send(award("a-1", "s-1", "e-1", "600"));
        office.send(pay("p-1", "s-1", "795", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(office.lastCommit())
                .contains(new AwardReleased("a-1", "f-1", "s-1", "ucla", usd("600"), "ill", TODAY));
        assertThat(parting.awards())
                .containsExactly(Settlement.ReturnToFund.of("a-1", "f-1", usd("600")));
        assertThat(parting.refund()).isEqualTo(usd("795"));
    }

    @Test
    void an_award_that_pays_less_keeps_only_what_it_pays() {
        enrolled(TERMS);
        office.send(fund("f-1", "2000"));
        office.send(award("a-1", "s-1", "e-1", "1000"));
        var parting = left(withdraw("e-1", LATE)); // 1145 of tuition less 522.50

        assertThat(office.lastCommit())
                .contains(
                        new AwardReduced(
                                "a-1",
                                "f-1",
                                "s-1",
                                "ucla",
                                usd("622.50"),
                                usd("377.50"),
                                "ill",
                                TODAY));
        assertThat(parting.awards())
                .containsExactly(Settlement.ReturnToFund.of("a-1", "f-1", usd("377.50")));
    }

    @Test
    void an_award_that_is_not_tied_to_the_enrollment_stays_with_the_student() {
        enrolled(null);
        office.send(fund("f-1", "2000"));
        office.send(new OfferAward("a-1", "f-1", "s-1", null, usd("600"), null, true, null));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(parting.awards()).isEmpty();
        assertThat(parting.refund()).isEqualTo(usd("0"));
    }

    @Test
    void an_award_that_was_only_offered_for_the_enrollment_is_offered_no_more() {
        enrolled(null);
        office.send(fund("f-1", "2000"));
        office.send(new OfferAward("a-1", "f-1", "s-1", "e-1", usd("600"), null, false, null));
        left(withdraw("e-1", STARTS));

        assertThat(office.lastCommit())
                .contains(new AwardReleased("a-1", "f-1", "s-1", "ucla", usd("600"), "ill", TODAY));
    }

    @Test
    void the_refund_policy_is_the_one_the_student_enrolled_under() {
        enrolled(TERMS);
        var none = new RefundPolicy(0, List.of(), null, Set.of(), 0);
        office.send(new ReviseRefundPolicy("o-1", none, "stricter"));
        office.send(enroll("e-2", "s-2", "o-1"));

        assertThat(left(withdraw("e-1", EARLY)).policyVersion()).isEqualTo(1);
        var other = left(withdraw("e-2", EARLY));
        assertThat(other.policyVersion()).isEqualTo(2);
        assertThat(other.kept()).isEqualTo(usd("1395"));
    }

    @Test
    void an_administrator_may_add_to_it_within_the_limit_and_with_a_reason() {
        enrolled(TERMS);
        var more = new EnrollmentRequest.RefundOverride(20, null, "bereaved");
        var parting = left(new EnrollmentRequest.Withdraw("e-1", "ill", EARLY, more));

        assertThat(parting.givenBack()).isEqualTo(usd("1374"));
        assertThat(office.lastCommit())
                .contains(
                        reversed("e-1:tuition", "1095", WHOLE, EARLY),
                        new ChargeReversed(
                                "ucla",
                                "s-1",
                                "e-1:tuition",
                                usd("50"),
                                "ill / beyond the policy: bereaved",
                                EARLY));
    }

    @Test
    void refuses_an_override_that_is_too_much_or_in_another_currency() {
        enrolled(TERMS);
        refused(overridden(21, null), OVERRIDE_EXCEEDS_LIMIT);
        refused(overridden(null, eur("1")), CURRENCY_MISMATCH);
    }

    @Test
    void the_first_in_line_is_offered_the_seat_in_the_same_commit() {
        office.send(course("o-1", 1, Waitlist.FIFO, null));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));
        office.send(enroll("e-3", "s-3", "o-1"));
        left(withdraw("e-1", EARLY));

        var confirmBy = TODAY.plusDays(14);
        assertThat(office.lastCommit())
                .contains(
                        new SeatReleased("o-1", "e-1", "s-1"),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", confirmBy),
                        new SeatOffered("e-2", "s-2", "o-1", confirmBy, TODAY))
                .noneMatch(fact -> fact.toString().contains("e-3"));
    }

    @Test
    void where_the_instructor_picks_the_seat_stays_free() {
        office.send(course("o-1", 1, Waitlist.INSTRUCTOR_PICK, null));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));
        left(withdraw("e-1", EARLY));

        assertThat(office.lastCommit()).noneMatch(SeatHeld.class::isInstance);
        office.send(new EnrollmentRequest.OfferSeat("e-2", null));
        assertThat(office.lastCommit()).hasAtLeastOneElementOfType(SeatHeld.class);
    }

    @Test
    void a_second_departure_has_refunds_of_its_own_and_tells_only_of_itself() {
        enrolled(TERMS);
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));
        left(withdraw("e-1", EARLY));
        office.send(new EnrollmentRequest.Reinstate("e-1", "well again", EARLY));
        office.send(pay("p-2", "s-1", "1095", Payer.SELF));
        var parting = left(withdraw("e-1", EARLY));

        assertThat(parting.charged()).isEqualTo(usd("1395"));
        assertThat(parting.kept()).isEqualTo(usd("300"));
        assertThat(parting.refunds())
                .extracting(Settlement.RefundToPayer::refundId)
                .allMatch(id -> id.startsWith("e-1.w2."));
        assertThat(parting.refund()).isEqualTo(usd("1095"));
    }

    @Test
    void the_id_of_a_refund_fits_however_long_the_enrollments_id_is() {
        var id = "e".repeat(64);
        office.send(course("o-1", 5, null, null));
        office.send(enroll(id, "s-1", "o-1"));
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));

        assertThat(left(withdraw(id, EARLY)).refunds())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.refundId()).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));
    }

    @Test
    void the_program_gives_all_back_to_one_student() {
        enrolled(TERMS);
        office.send(pay("p-1", "s-1", "1395", Payer.SPONSOR));
        var answer = office.send(new EnrollmentRequest.Cancel("e-1", "no place"));

        assertThat(((Settlement) answer.body()).refund()).isEqualTo(usd("1395"));
        assertThat(((Settlement) answer.body()).kept()).isEqualTo(usd("0"));
        assertThat(office.send(new EnrollmentRequest.Cancel("e-1", "no place"))).isEqualTo(answer);
    }

    @Test
    void a_cancelled_offering_gives_all_back_to_everybody_in_one_commit() {
        office.send(course("o-1", 1, Waitlist.FIFO, TERMS));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));
        office.send(pay("p-1", "s-1", "1395", Payer.SELF));
        var cancel = new CancelOffering("o-1", "too few");
        var answer = office.send(cancel);

        assertThat(office.lastCommit())
                .contains(
                        new OfferingCancelled("o-1", "too few", TODAY),
                        new EnrollmentCancelled("e-1", "s-1", "o-1", "too few", TODAY),
                        new EnrollmentCancelled("e-2", "s-2", "o-1", "too few", TODAY),
                        refunded("1395", "too few", TODAY));
        var body = (WithdrawalCommandHandler.OfferingCancellationResult) answer.body();
        assertThat(body.refund()).isEqualTo(usd("1395"));
        assertThat(body.enrollments())
                .extracting(Settlement::enrollmentId)
                .containsExactly("e-1", "e-2");
        var before = office.commits();
        assertThat(office.send(cancel)).isEqualTo(answer);
        assertThat(office.commits()).isEqualTo(before);
        refused(enroll("e-3", "s-3", "o-1"), OFFERING_CANCELLED);
    }

    @Test
    void whoever_has_an_outcome_keeps_it_when_the_offering_is_cancelled() {
        enrolled(TERMS);
        office.send(new RecordOutcome("e-1", true, "A", null));
        office.send(new CancelOffering("o-1", "too few"));

        assertThat(office.lastCommit()).noneMatch(EnrollmentCancelled.class::isInstance);
    }

    @Test
    void an_application_is_declined_and_what_was_awarded_for_it_is_free() {
        office.send(course("o-1", 1, Admission.APPLICATION, null, null, usd("1395")));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(fund("f-1", "2000"));
        office.send(award("a-1", "s-1", "e-1", "600"));
        var answer = office.send(new EnrollmentRequest.Decline("e-1", "no room"));

        assertThat(answer)
                .isEqualTo(
                        CommandAnswer.ok(
                                new WithdrawalCommandHandler.DeclineResult(
                                        "e-1", EnrollmentState.DECLINED, "s-1", "o-1")));
        assertThat(office.lastCommit())
                .contains(
                        new EnrollmentDeclined("e-1", "s-1", "o-1", "no room", TODAY),
                        new AwardReleased(
                                "a-1", "f-1", "s-1", "ucla", usd("600"), "no room", TODAY));
    }

    @Test
    void a_declined_seat_goes_to_the_next_in_line() {
        offeredInLine();
        office.send(new EnrollmentRequest.Decline("e-2", "no time"));

        assertThat(office.lastCommit())
                .contains(new SeatHeld("o-1", "e-3", "s-3", TODAY.plusDays(14)));
    }

    @Test
    void a_seat_that_was_not_confirmed_in_time_passes_on_and_only_once() {
        offeredInLine();
        assertThat(office.send(new LapseSeatOffers("o-1")))
                .isEqualTo(
                        CommandAnswer.ok(
                                new WithdrawalCommandHandler.LapseResult(
                                        "o-1", List.of(), List.of())));

        var later = in(15);
        assertThat(later.send(new LapseSeatOffers("o-1")))
                .isEqualTo(
                        CommandAnswer.ok(
                                new WithdrawalCommandHandler.LapseResult(
                                        "o-1", List.of("e-2"), List.of("e-3"))));
        var day = TODAY.plusDays(15);
        assertThat(later.lastCommit())
                .containsExactlyInAnyOrder(
                        new SeatOfferLapsed("e-2", "s-2", "o-1", TODAY.plusDays(14), day),
                        new SeatReleased("o-1", "e-2", "s-2"),
                        new WaitlistLeft("o-1", "e-3", "s-3"),
                        new SeatHeld("o-1", "e-3", "s-3", day.plusDays(14)),
                        new SeatOffered("e-3", "s-3", "o-1", day.plusDays(14), day));
        var before = later.commits();
        later.send(new LapseSeatOffers("o-1"));
        assertThat(later.commits()).isEqualTo(before);
    }

    @Test
    void a_seat_lapses_not_on_its_last_day() {
        offeredInLine();

        assertThat(in(14).send(new LapseSeatOffers("o-1")))
                .isEqualTo(
                        CommandAnswer.ok(
                                new WithdrawalCommandHandler.LapseResult(
                                        "o-1", List.of(), List.of())));
    }

    @Test
    void refuses_to_end_what_is_not_there_or_has_ended() {
        enrolled(null);
        refused(withdraw("e-0", EARLY), ENROLLMENT_NOT_FOUND);
        left(withdraw("e-1", EARLY));
        refused(withdraw("e-1", LATE), NOT_ENROLLED);
        refused(new EnrollmentRequest.Cancel("e-1", "ill"), NOT_ENROLLED);
    }

    private void offeredInLine() {
        office.send(course("o-1", 1, Waitlist.FIFO, null));
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));
        office.send(enroll("e-3", "s-3", "o-1"));
        office.send(withdraw("e-1", EARLY));
    }

    private void enrolled(@Nullable RefundPolicy terms) {
        office.send(course("o-1", 5, null, terms));
        office.send(enroll("e-1", "s-1", "o-1"));
    }

    private CommandSide in(int days) {
        return new CommandSide(
                Campus.NOW.atOffset(ZoneOffset.UTC).plusDays(days).toInstant(), office.log());
    }

    private Settlement left(EnrollmentRequest.Withdraw command) {
        return (Settlement) office.send(command).body();
    }

    private static EnrollmentRequest.Withdraw overridden(
            @Nullable Integer percent, @Nullable Money amount) {
        return new EnrollmentRequest.Withdraw(
                "e-1",
                "ill",
                EARLY,
                new EnrollmentRequest.RefundOverride(percent, amount, "bereaved"));
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static ChargeReversed reversed(
            String chargeId, String amount, AppliedTier tier, LocalDate on) {
        return new ChargeReversed("ucla", "s-1", chargeId, usd(amount), "ill", tier, on);
    }
}
