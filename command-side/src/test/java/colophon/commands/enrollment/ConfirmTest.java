package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.NOT_OFFERED;
import static colophon.commands.Reason.OFFER_LAPSED;
import static colophon.commands.enrollment.EnrollmentFacts.TERMS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.enrolledUnder;
import static colophon.commands.enrollment.EnrollmentFacts.lapsed;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.running;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import colophon.events.offering.RefundPolicyRevised;

import org.junit.jupiter.api.Test;

class ConfirmTest {

    @Test
    void enrolls_on_the_last_day_of_the_offer() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .then(enrolled(TODAY));
    }

    @Test
    void enrolls_under_the_refund_policy_of_that_moment() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(
                                                o1(),
                                                new RefundPolicyRevised("o-1", TERMS, "kinder")),
                                        state,
                                        TODAY))
                .then(enrolledUnder(TERMS, TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, applied(), offered(TODAY), enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_on_the_day_after_even_if_nobody_has_let_it_lapse() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY.minusDays(1)))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(OFFER_LAPSED, "2026-05-31");
    }

    @Test
    void refuses_an_offer_that_lapsed() {
        given(
                        Enrollment.STREAM,
                        waitlisted(),
                        offered(TODAY.minusDays(1)),
                        lapsed(TODAY.minusDays(1), TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(OFFER_LAPSED, "e-1");
    }

    @Test
    void refuses_where_no_seat_is_offered() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_OFFERED, "e-1", "waitlisted");
    }

    @Test
    void refuses_whoever_enrolled_without_an_offer() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Confirm("e-1"),
                                        running(o1()),
                                        state,
                                        TODAY))
                .thenRefused(NOT_OFFERED, "e-1", "enrolled");
    }
}
