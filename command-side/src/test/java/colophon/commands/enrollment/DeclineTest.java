package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_DECLINABLE;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.declined;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import org.junit.jupiter.api.Test;

class DeclineTest {

    @Test
    void declines_an_application() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void declines_a_place_in_line() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void declines_an_offered_seat() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .then(declined("no"));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, applied(), declined("no"))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_another_reason() {
        given(Enrollment.STREAM, applied(), declined("other"))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .thenRefused(NOT_DECLINABLE, "e-1", "declined");
    }

    @Test
    void refuses_a_student_who_is_enrolled() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .thenRefused(NOT_DECLINABLE, "e-1", "enrolled");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        new EnrollmentRequest.Decline("e-1", "no"), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }
}
