package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.NOT_AWAY;
import static colophon.commands.enrollment.Enrollments.STARTS;
import static colophon.commands.enrollment.Enrollments.TERMS;
import static colophon.commands.enrollment.Enrollments.TODAY;
import static colophon.commands.enrollment.Enrollments.applied;
import static colophon.commands.enrollment.Enrollments.cancelled;
import static colophon.commands.enrollment.Enrollments.declined;
import static colophon.commands.enrollment.Enrollments.deferred;
import static colophon.commands.enrollment.Enrollments.dropped;
import static colophon.commands.enrollment.Enrollments.enrolled;
import static colophon.commands.enrollment.Enrollments.o1;
import static colophon.commands.enrollment.Enrollments.reinstated;
import static colophon.commands.enrollment.Enrollments.running;
import static colophon.commands.enrollment.Enrollments.withdrawn;

import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.offering.RefundPolicyRevised;

import org.junit.jupiter.api.Test;

class ReinstateTest {

    @Test
    void takes_back_whoever_dropped() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_whoever_withdrew_on_the_day_that_is_given() {
        given(Enrollment.SUBJECT, enrolled(TODAY), withdrawn("ill", STARTS))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", STARTS),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", STARTS));
    }

    @Test
    void takes_back_whoever_was_cancelled() {
        given(Enrollment.SUBJECT, enrolled(TODAY), cancelled("mistake"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_whoever_deferred() {
        given(Enrollment.SUBJECT, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_a_second_time() {
        given(
                        Enrollment.SUBJECT,
                        enrolled(TODAY),
                        dropped("ill", TODAY),
                        reinstated("back", TODAY),
                        dropped("again", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY), reinstated("back", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_whoever_is_there() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_AWAY, "e-1", "enrolled");
    }

    @Test
    void refuses_whoever_never_had_a_seat() {
        given(Enrollment.SUBJECT, applied(), declined("no"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_AWAY, "e-1", "declined");
    }

    @Test
    void falls_under_the_refund_policy_of_that_moment() {
        var revised = running(o1(), new RefundPolicyRevised("o-1", TERMS, "kinder"));
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Reinstate("e-1", "back", null),
                                        revised,
                                        state,
                                        TODAY))
                .then(new EnrollmentReinstated("e-1", "s-1", "o-1", TERMS, "back", TODAY));
    }
}
