package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.NOT_AWAY;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TERMS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.cancelled;
import static colophon.commands.enrollment.EnrollmentFacts.declined;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.dropped;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.reinstated;
import static colophon.commands.enrollment.EnrollmentFacts.running;
import static colophon.commands.enrollment.EnrollmentFacts.withdrawn;

import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.offering.RefundPolicyRevised;

import org.junit.jupiter.api.Test;

class ReinstateTest {

    @Test
    void takes_back_whoever_dropped() {
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_whoever_withdrew_on_the_day_that_is_given() {
        given(Enrollment.STREAM, enrolled(TODAY), withdrawn("ill", STARTS))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", STARTS),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", STARTS));
    }

    @Test
    void takes_back_whoever_was_cancelled() {
        given(Enrollment.STREAM, enrolled(TODAY), cancelled("mistake"))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_whoever_deferred() {
        given(Enrollment.STREAM, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void takes_back_a_second_time() {
        given(
                        Enrollment.STREAM,
                        enrolled(TODAY),
                        dropped("ill", TODAY),
                        reinstated("back", TODAY),
                        dropped("again", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(reinstated("back", TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY), reinstated("back", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_whoever_is_there() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_AWAY, "e-1", "enrolled");
    }

    @Test
    void refuses_whoever_never_had_a_seat() {
        given(Enrollment.STREAM, applied(), declined("no"))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_AWAY, "e-1", "declined");
    }

    @Test
    void falls_under_the_refund_policy_of_that_moment() {
        var revised = running(o1(), new RefundPolicyRevised("o-1", TERMS, "kinder"));
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Reinstate("e-1", "back", null),
                                        revised,
                                        state,
                                        TODAY))
                .then(new EnrollmentReinstated("e-1", "s-1", "o-1", TERMS, "back", TODAY));
    }
}
