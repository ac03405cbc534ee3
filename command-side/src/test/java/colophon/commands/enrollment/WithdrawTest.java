package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.enrollment.Enrollments.STARTS;
import static colophon.commands.enrollment.Enrollments.TODAY;
import static colophon.commands.enrollment.Enrollments.cancelled;
import static colophon.commands.enrollment.Enrollments.completed;
import static colophon.commands.enrollment.Enrollments.deferred;
import static colophon.commands.enrollment.Enrollments.dropped;
import static colophon.commands.enrollment.Enrollments.enrolled;
import static colophon.commands.enrollment.Enrollments.o1;
import static colophon.commands.enrollment.Enrollments.waitlisted;
import static colophon.commands.enrollment.Enrollments.withdrawn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class WithdrawTest {

    @Test
    void is_a_drop_on_the_eve_of_the_first_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(state -> Enrollment.decide(withdraw(STARTS.minusDays(1)), o1(), state, TODAY))
                .then(dropped("ill", STARTS.minusDays(1)));
    }

    @Test
    void is_a_withdrawal_on_the_first_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(state -> Enrollment.decide(withdraw(STARTS), o1(), state, TODAY))
                .then(withdrawn("ill", STARTS));
    }

    @Test
    void is_of_today_when_no_day_is_given() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .then(dropped("ill", TODAY));
    }

    @Test
    void ends_a_deferral() {
        given(Enrollment.SUBJECT, enrolled(TODAY), deferred("later", TODAY))
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .then(dropped("ill", TODAY));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY.minusDays(1)))
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_that_names_the_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY), withdrawn("ill", STARTS))
                .when(state -> Enrollment.decide(withdraw(STARTS), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_day() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY))
                .when(state -> Enrollment.decide(withdraw(STARTS), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
    }

    @Test
    void refuses_whoever_was_cancelled_by_the_program() {
        given(Enrollment.SUBJECT, enrolled(TODAY), cancelled("ill"))
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "cancelled");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.SUBJECT, enrolled(TODAY), completed())
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_whoever_waits() {
        given(Enrollment.SUBJECT, waitlisted())
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.SUBJECT)
                .when(state -> Enrollment.decide(withdraw(null), o1(), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static EnrollmentMove.Withdraw withdraw(@Nullable LocalDate on) {
        return new EnrollmentMove.Withdraw("e-1", "ill", on, null);
    }
}
