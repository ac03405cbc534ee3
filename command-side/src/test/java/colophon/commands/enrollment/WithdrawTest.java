package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.cancelled;
import static colophon.commands.enrollment.EnrollmentFacts.completed;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.dropped;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;
import static colophon.commands.enrollment.EnrollmentFacts.withdrawn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class WithdrawTest {

    @Test
    void is_a_drop_on_the_eve_of_the_first_day() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        withdraw(STARTS.minusDays(1)), o1(), state, TODAY))
                .then(dropped("ill", STARTS.minusDays(1)));
    }

    @Test
    void is_a_withdrawal_on_the_first_day() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(state -> EnrollmentChanges.decide(withdraw(STARTS), o1(), state, TODAY))
                .then(withdrawn("ill", STARTS));
    }

    @Test
    void is_of_today_when_no_day_is_given() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .then(dropped("ill", TODAY));
    }

    @Test
    void ends_a_deferral() {
        given(Enrollment.STREAM, enrolled(TODAY), deferred("later", TODAY))
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .then(dropped("ill", TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY.minusDays(1)))
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_that_names_the_day() {
        given(Enrollment.STREAM, enrolled(TODAY), withdrawn("ill", STARTS))
                .when(state -> EnrollmentChanges.decide(withdraw(STARTS), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_day() {
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY))
                .when(state -> EnrollmentChanges.decide(withdraw(STARTS), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
    }

    @Test
    void refuses_whoever_was_cancelled_by_the_program() {
        given(Enrollment.STREAM, enrolled(TODAY), cancelled("ill"))
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "cancelled");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.STREAM, enrolled(TODAY), completed())
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_whoever_waits() {
        given(Enrollment.STREAM, waitlisted())
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.STREAM)
                .when(state -> EnrollmentChanges.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static EnrollmentRequest.Withdraw withdraw(@Nullable LocalDate on) {
        return new EnrollmentRequest.Withdraw("e-1", "ill", on, null);
    }
}
