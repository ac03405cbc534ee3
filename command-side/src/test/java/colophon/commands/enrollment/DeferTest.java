package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.completed;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import org.junit.jupiter.api.Test;

class DeferTest {

    @Test
    void leaves_the_offering_for_a_later_one() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", null),
                                        state,
                                        TODAY))
                .then(deferred("later", TODAY));
    }

    @Test
    void defers_on_the_day_that_is_given() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", STARTS),
                                        state,
                                        TODAY))
                .then(deferred("later", STARTS));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.STREAM, enrolled(TODAY), deferred("later", TODAY.minusDays(1)))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", null),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Enrollment.STREAM, enrolled(TODAY), deferred("other", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", null),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "deferred");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.STREAM, enrolled(TODAY), completed())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", null),
                                        state,
                                        TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_whoever_waits() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Defer("e-1", "later", null),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }
}
