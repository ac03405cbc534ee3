package colophon.commands.withdrawal;

import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.withdrawal.SummerCourses.TERMS;
import static colophon.commands.withdrawal.WithdrawalFacts.ACCOUNT;
import static colophon.commands.withdrawal.WithdrawalFacts.E1;
import static colophon.commands.withdrawal.WithdrawalFacts.E2;
import static colophon.commands.withdrawal.WithdrawalFacts.OFFERING;
import static colophon.commands.withdrawal.WithdrawalFacts.PAYMENT;
import static colophon.commands.withdrawal.WithdrawalFacts.PRICES;
import static colophon.commands.withdrawal.WithdrawalFacts.enrolled;
import static colophon.commands.withdrawal.WithdrawalFacts.refunded;
import static colophon.commands.withdrawal.WithdrawalFacts.reversed;
import static colophon.commands.withdrawal.WithdrawalFacts.withLine;
import static colophon.commands.withdrawal.WithdrawalFacts.withPayment;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.enrollment.EnrollmentRequest.Cancel;
import colophon.commands.offering.CancelOffering;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.SeatReleased;

import org.junit.jupiter.api.Test;

/** The program cancels one enrollment, or an offering with all its enrollments. */
class CancellationTest {

    @Test
    void everything_is_refunded_whatever_the_policy_says() {
        withPayment(enrolled(TERMS), "1395")
                .when(states -> new Withdrawal(states).cancel(cancel("e-1"), TODAY))
                .then(E1, cancelled("e-1", "s-1"))
                .then(OFFERING, new SeatReleased("o-1", "e-1", "s-1"))
                .then(
                        ACCOUNT,
                        reversed("tuition", "1145", "no room", TODAY),
                        reversed("deposit", "250", "no room", TODAY),
                        refunded("1395", "no room", TODAY))
                .then(PAYMENT, refunded("1395", "no room", TODAY))
                .andNothingElse();
    }

    @Test
    void a_repeated_cancellation_changes_nothing_and_settles_the_same() {
        var before = withPayment(enrolled(TERMS), "1395");
        var first = before.when(s -> new Withdrawal(s).cancel(cancel("e-1"), TODAY)).answer();
        var again = before.when(s -> new Withdrawal(s).cancel(cancel("e-1"), TODAY)).thenNothing();

        assertThat(again.answer()).isEqualTo(first);
    }

    @Test
    void refuses_to_cancel_for_another_reason_what_was_cancelled() {
        enrolled(null)
                .and(E1, cancelled("e-1", "s-1"))
                .when(s -> new Withdrawal(s).cancel(new Cancel("e-1", "other"), TODAY))
                .thenRefused(NOT_ENROLLED, "e-1");
    }

    @Test
    void an_offering_is_cancelled_with_all_its_enrollments_and_its_price() {
        var settlements =
                withLine(enrolled(TERMS))
                        .when(s -> new Withdrawal(s).cancel(cancelOffering(), TODAY))
                        .thenInAll(new OfferingCancelled("o-1", "no room", TODAY), OFFERING, PRICES)
                        .then(E1, cancelled("e-1", "s-1"))
                        .then(E2, cancelled("e-2", "s-2"))
                        .then(
                                ACCOUNT,
                                reversed("tuition", "1145", "no room", TODAY),
                                reversed("deposit", "250", "no room", TODAY))
                        .andNothingElse()
                        .answer();

        assertThat(settlements).extracting(Settlement::enrollmentId).containsExactly("e-1", "e-2");
    }

    @Test
    void an_enrollment_with_an_outcome_stays_when_its_offering_is_cancelled() {
        enrolled(null)
                .and(E1, new CourseCompleted("e-1", "s-1", "m-20", "rbs", "ucla", null, "A", TODAY))
                .when(s -> new Withdrawal(s).cancel(cancelOffering(), TODAY))
                .thenInAll(new OfferingCancelled("o-1", "no room", TODAY), OFFERING, PRICES)
                .andNothingElse();
    }

    @Test
    void refuses_to_cancel_an_offering_that_does_not_exist() {
        enrolled(null)
                .when(s -> new Withdrawal(s).cancel(new CancelOffering("o-0", "no room"), TODAY))
                .thenRefused(OFFERING_NOT_FOUND, "o-0");
    }

    private static Cancel cancel(String id) {
        return new Cancel(id, "no room");
    }

    private static CancelOffering cancelOffering() {
        return new CancelOffering("o-1", "no room");
    }

    private static EnrollmentCancelled cancelled(String id, String studentId) {
        return new EnrollmentCancelled(id, studentId, "o-1", "no room", TODAY);
    }
}
