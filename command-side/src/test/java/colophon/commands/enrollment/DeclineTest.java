package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_DECLINABLE;
import static colophon.commands.enrollment.Enrollments.TODAY;
import static colophon.commands.enrollment.Enrollments.applied;
import static colophon.commands.enrollment.Enrollments.declined;
import static colophon.commands.enrollment.Enrollments.enrolled;
import static colophon.commands.enrollment.Enrollments.offered;
import static colophon.commands.enrollment.Enrollments.waitlisted;

import org.junit.jupiter.api.Test;

class DeclineTest {

    @Test
    void declines_an_application() {
        given(Enrollment.SUBJECT, applied())
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void declines_a_place_in_line() {
        given(Enrollment.SUBJECT, waitlisted())
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void declines_an_offered_seat() {
        given(Enrollment.SUBJECT, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.SUBJECT, applied(), declined("no"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Enrollment.SUBJECT, applied(), declined("other"))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .thenRefused(NOT_DECLINABLE, "e-1", "declined");
    }

    @Test
    void refuses_a_student_who_is_enrolled() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .thenRefused(NOT_DECLINABLE, "e-1", "enrolled");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.SUBJECT)
                .when(
                        state ->
                                Enrollment.decide(
                                        new EnrollmentMove.Decline("e-1", "no"), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }
}
