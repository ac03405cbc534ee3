package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.enrollment.Enrollments.TODAY;
import static colophon.commands.enrollment.Enrollments.applied;
import static colophon.commands.enrollment.Enrollments.cancelled;
import static colophon.commands.enrollment.Enrollments.completed;
import static colophon.commands.enrollment.Enrollments.deferred;
import static colophon.commands.enrollment.Enrollments.dropped;
import static colophon.commands.enrollment.Enrollments.enrolled;
import static colophon.commands.enrollment.Enrollments.offered;
import static colophon.commands.enrollment.Enrollments.waitlisted;

import org.junit.jupiter.api.Test;

class CancelTest {

    @Test
    void ends_an_enrollment() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_an_application() {
        given(Enrollment.SUBJECT, applied())
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_a_wait() {
        given(Enrollment.SUBJECT, waitlisted())
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_an_offer() {
        given(Enrollment.SUBJECT, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void ends_a_deferral() {
        given(Enrollment.SUBJECT, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .then(cancelled("mistake"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.SUBJECT, enrolled(TODAY), cancelled("mistake"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Enrollment.SUBJECT, enrolled(TODAY), cancelled("other"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "cancelled");
    }

    @Test
    void refuses_whoever_left() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.SUBJECT, enrolled(TODAY), completed())
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Cancel("e-1", "mistake"), state, TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }
}
