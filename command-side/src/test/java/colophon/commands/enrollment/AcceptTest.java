package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_PENDING;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.declined;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.running;
import static colophon.commands.enrollment.EnrollmentFacts.scheduled;
import static colophon.commands.enrollment.EnrollmentFacts.taken;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import colophon.events.offering.Admission;
import colophon.events.offering.Waitlist;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class AcceptTest {

    @Test
    void holds_a_seat_for_two_weeks() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .then(offered(TODAY.plusDays(14)));
    }

    @Test
    void holds_it_until_the_day_that_is_given_even_today() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(TODAY),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .then(offered(TODAY));
    }

    @Test
    void puts_the_applicant_in_line_where_all_seats_are_taken_and_there_is_a_line() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        Waitlist.FIFO,
                                                        null),
                                                taken()),
                                        state,
                                        TODAY))
                .then(waitlisted());
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, applied(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_applicant_came_to_stand_in_line() {
        given(Enrollment.STREAM, applied(), waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        Waitlist.FIFO,
                                                        null),
                                                taken()),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_a_day_that_has_passed() {
        given(Enrollment.STREAM, applied())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(TODAY.minusDays(1)),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-05-31");
    }

    @Test
    void refuses_another_day_for_a_seat_that_is_held() {
        given(Enrollment.STREAM, applied(), offered(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(TODAY.plusDays(1)),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_PENDING, "e-1", "accepted");
    }

    @Test
    void refuses_whoever_did_not_apply() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_PENDING, "e-1", "waitlisted");
    }

    @Test
    void refuses_whoever_was_declined() {
        given(Enrollment.STREAM, applied(), declined("too many"))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_PENDING, "e-1", "declined");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        accept(null),
                                        running(
                                                scheduled(
                                                        "o-1",
                                                        "uva",
                                                        Admission.APPLICATION,
                                                        null,
                                                        null)),
                                        state,
                                        TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static EnrollmentRequest.Accept accept(@Nullable LocalDate confirmBy) {
        return new EnrollmentRequest.Accept("e-1", confirmBy);
    }
}
