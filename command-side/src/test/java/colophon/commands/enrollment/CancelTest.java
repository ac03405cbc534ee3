package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.cancelled;
import static colophon.commands.enrollment.EnrollmentFacts.completed;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.dropped;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import org.junit.jupiter.api.Test;

class CancelTest {

    @Test
    void ends_an_enrollment() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_an_application() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_a_wait() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_an_offer() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_a_deferral() {
        given(Enrollment.STREAM, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, enrolled(TODAY), cancelled("mistake"))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Enrollment.STREAM, enrolled(TODAY), cancelled("other"))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "cancelled");
    }

    @Test
    void refuses_whoever_left() {
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.STREAM, enrolled(TODAY), completed())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        new EnrollmentRequest.Cancel("e-1", "mistake"),
                                        state,
                                        TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }
}
