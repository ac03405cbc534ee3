package colophon.commands.enrollment;

import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.ledger.Allocation;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentRefunded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;

/** The effects of each move of an enrollment on seats and charges, in one commit. */
class MovesTest {

    private static final LocalDate STARTS = LocalDate.of(2026, 7, 6);
    private static final LocalDate BY = TODAY.plusDays(14);

    private final CommandSide office = Campus.open();

    @BeforeEach
    void offerings_at_1395_and_at_1000_both_with_a_deposit_of_250() {
        office.send(course("o-1", 1, "1395", Admission.OPEN, Waitlist.FIFO));
        office.send(course("o-2", 1, "1000", Admission.OPEN, null));
        office.send(course("o-3", 1, "250", Admission.APPLICATION, null));
    }

    @Test
    void a_deposit_is_a_charge_of_its_own_and_a_part_of_the_tuition() {
        office.send(enroll("e-1", "s-1", "o-1"));

        assertThat(office.lastCommit())
                .contains(
                        posted("e-1:deposit", ChargeKind.DEPOSIT, "o-1", "250", TODAY.plusDays(3)),
                        posted("e-1:tuition", ChargeKind.TUITION, "o-1", "1145", STARTS));
    }

    @Test
    void nothing_is_charged_beside_a_deposit_of_all_the_tuition() {
        office.send(enroll("e-1", "s-1", "o-3"));
        office.send(new EnrollmentRequest.Accept("e-1", null));
        office.send(new EnrollmentRequest.Confirm("e-1"));

        assertThat(office.lastCommit())
                .filteredOn(ChargePosted.class::isInstance)
                .containsExactly(
                        posted("e-1:deposit", ChargeKind.DEPOSIT, "o-3", "250", TODAY.plusDays(3)));
    }

    @Test
    void whoever_waits_is_charged_nothing_and_gets_it_told() {
        office.send(enroll("e-1", "s-1", "o-1"));
        var answer = office.send(enroll("e-2", "s-2", "o-1"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo(
                        new EnrollmentCommandHandler.EnrollmentResult(
                                "e-2",
                                EnrollmentState.WAITLISTED,
                                "s-2",
                                "o-1",
                                TODAY,
                                usd("1395")));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new StudentWaitlisted("e-2", "s-2", "o-1", "m-20", "rbs", "ucla", TODAY),
                        new WaitlistJoined("o-1", "e-2", "s-2"));
    }

    @Test
    void an_application_takes_no_seat_until_it_is_accepted_and_no_charge_until_confirmed() {
        office.send(enroll("e-1", "s-1", "o-3"));
        assertThat(office.lastCommit())
                .containsExactly(
                        new StudentApplied("e-1", "s-1", "o-3", "m-20", "rbs", "ucla", TODAY));
        office.send(new EnrollmentRequest.Accept("e-1", null));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new SeatOffered("e-1", "s-1", "o-3", BY, TODAY),
                        new SeatHeld("o-3", "e-1", "s-1", BY));
        office.send(new EnrollmentRequest.Confirm("e-1"));
        assertThat(office.lastCommit())
                .contains(
                        new StudentEnrolled(
                                "e-1", "s-1", "o-3", "m-20", "rbs", "ucla", null, TODAY),
                        new SeatTaken("o-3", "e-1", "s-1"));
    }

    @Test
    void a_held_seat_is_nobody_elses() {
        office.send(enroll("e-1", "s-1", "o-3"));
        office.send(enroll("e-2", "s-2", "o-3"));
        office.send(new EnrollmentRequest.Accept("e-1", null));

        refused(new EnrollmentRequest.Accept("e-2", null), OFFERING_FULL);
    }

    @Test
    void a_transfer_moves_seat_charges_and_money_and_the_old_seat_passes_on() {
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-2", "s-2", "o-1"));
        pay("1395");
        var answer = office.send(new EnrollmentRequest.Transfer("e-1", "o-2", "dates", null));

        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new EnrollmentTransferred(
                                "e-1", "s-1", "o-1", "o-2", "m-20", "rbs", null, "dates", TODAY),
                        new SeatTaken("o-2", "e-1", "s-1"),
                        new ChargeReversed(
                                "ucla", "s-1", "e-1:deposit", usd("250"), "dates", TODAY),
                        new ChargeReversed(
                                "ucla", "s-1", "e-1:tuition", usd("1145"), "dates", TODAY),
                        posted(
                                "e-1:deposit.2",
                                ChargeKind.DEPOSIT,
                                "o-2",
                                "250",
                                TODAY.plusDays(3)),
                        posted("e-1:tuition.2", ChargeKind.TUITION, "o-2", "750", STARTS),
                        new SeatReleased("o-1", "e-1", "s-1"),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", BY),
                        new SeatOffered("e-2", "s-2", "o-1", BY, TODAY));
        var allocation = Allocation.of(office.subjects().read(Account.STREAM.stream("ucla/s-1")));
        assertThat(allocation.open()).isEmpty();
        assertThat(allocation.credit()).singleElement().returns(usd("395"), it -> it.amount());
        var before = office.commits();
        assertThat(office.send(new EnrollmentRequest.Transfer("e-1", "o-2", "dates", null)))
                .isEqualTo(answer);
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void refuses_a_transfer_to_where_no_seat_is_or_the_student_is_already() {
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(enroll("e-9", "s-2", "o-2"));
        refused(new EnrollmentRequest.Transfer("e-1", "o-2", "dates", null), OFFERING_FULL);
        office.send(course("o-4", 5, "900", Admission.OPEN, null));
        office.send(enroll("e-8", "s-1", "o-4"));
        refused(new EnrollmentRequest.Transfer("e-1", "o-4", "dates", null), ALREADY_ENROLLED);
        office.send(new CancelOffering("o-2", "too few"));
        refused(new EnrollmentRequest.Transfer("e-1", "o-2", "dates", null), OFFERING_CANCELLED);
    }

    @Test
    void a_deferral_frees_the_seat_and_leaves_the_money_for_the_next_offering() {
        office.send(enroll("e-1", "s-1", "o-1"));
        pay("1395");
        office.send(new EnrollmentRequest.Defer("e-1", "busy", null));

        assertThat(office.lastCommit())
                .contains(
                        new EnrollmentDeferred("e-1", "s-1", "o-1", "busy", TODAY),
                        new SeatReleased("o-1", "e-1", "s-1"))
                .noneMatch(PaymentRefunded.class::isInstance);
        office.send(new EnrollmentRequest.Transfer("e-1", "o-2", "next year", null));
        var allocation = Allocation.of(office.subjects().read(Account.STREAM.stream("ucla/s-1")));
        assertThat(allocation.open()).isEmpty();
    }

    @Test
    void whoever_comes_back_has_a_seat_again_and_is_charged_the_price_once() {
        office.send(enroll("e-1", "s-1", "o-1"));
        office.send(new EnrollmentRequest.Withdraw("e-1", "ill", STARTS, null)); // all is kept
        office.send(new EnrollmentRequest.Reinstate("e-1", "well", STARTS));

        assertThat(office.lastCommit())
                .contains(
                        new EnrollmentReinstated("e-1", "s-1", "o-1", null, "well", STARTS),
                        new SeatTaken("o-1", "e-1", "s-1"));
        var account = office.subjects().read(Account.STREAM.stream("ucla/s-1"));
        assertThat(EnrollmentBilling.billed(account, "e-1", usd("0"))).isEqualTo(usd("1395"));
    }

    @Test
    void refuses_to_take_back_where_no_seat_is() {
        office.send(enroll("e-1", "s-1", "o-2"));
        office.send(new EnrollmentRequest.Withdraw("e-1", "ill", null, null));
        office.send(enroll("e-2", "s-2", "o-2"));

        refused(new EnrollmentRequest.Reinstate("e-1", "well", null), OFFERING_FULL);
    }

    private void pay(String amount) {
        office.send(
                new ReceivePayment(
                        "p-1",
                        "s-1",
                        "ucla",
                        usd(amount),
                        PaymentMethod.CARD,
                        Payer.SELF,
                        null,
                        null));
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }

    private static ChargePosted posted(
            String id, ChargeKind kind, String offeringId, String amount, LocalDate dueOn) {
        return new ChargePosted(
                "ucla", "s-1", id, kind, "e-1", offeringId, usd(amount), null, TODAY, dueOn);
    }

    private static ScheduleOffering course(
            String id,
            int capacity,
            String tuition,
            Admission admission,
            @Nullable Waitlist waitlist) {
        return new ScheduleOffering(
                id,
                "m-20",
                STARTS,
                STARTS.plusDays(4),
                capacity,
                usd(tuition),
                Delivery.ONLINE,
                null,
                STARTS,
                usd("250"),
                TODAY.plusDays(3),
                admission,
                waitlist,
                Period.ofDays(14),
                null);
    }
}
