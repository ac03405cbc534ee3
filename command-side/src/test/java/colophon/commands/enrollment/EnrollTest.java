package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.enrollment.EnrollmentFacts.TERMS;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.enrolledUnder;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.offering;
import static colophon.commands.enrollment.EnrollmentFacts.scheduled;
import static colophon.commands.enrollment.EnrollmentFacts.taken;
import static colophon.commands.enrollment.EnrollmentFacts.transferred;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;
import static colophon.commands.enrollment.EnrollmentFacts.withdrawn;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class EnrollTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void enrolls_a_student_in_the_course_of_the_offering() {
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", TODAY), offering(o1()), state, TODAY))
                .then(enrolled(TODAY));
    }

    @Test
    void enrolls_from_today_when_no_day_is_given() {
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null), offering(o1()), state, TODAY))
                .then(enrolled(TODAY));
    }

    @Test
    void enrolls_from_the_day_that_is_given() {
        var may = LocalDate.of(2026, 5, 1);
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", may), offering(o1()), state, TODAY))
                .then(enrolled(may));
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null),
                                        offering(o1()),
                                        state,
                                        TODAY.plusDays(3)))
                .thenNothing();
    }

    @Test
    void recognises_a_repeated_request_after_the_course_was_completed() {
        given(Enrollment.STREAM, enrolled(TODAY), EnrollmentFacts.completed(null, TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", TODAY), offering(o1()), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_the_enrollment_of_another_student() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-2", "o-1", null), offering(o1()), state, TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void refuses_the_id_of_the_enrollment_in_another_offering() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-2", null), offering(o1()), state, TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void refuses_the_id_of_the_enrollment_from_another_day() {
        var tomorrow = TODAY.plusDays(1);
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", tomorrow),
                                        offering(o1()),
                                        state,
                                        TODAY))
                .thenRefused(ID_TAKEN, "e-1");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        var state = given(Enrollment.STREAM, enrolled(TODAY)).state();
        assertThat(Enrollment.requireDetails(state, "e-1"))
                .isEqualTo(new Enrollment.Details("e-1", "s-1", "o-1", "m-20", "rbs", "uva"));
        given(Enrollment.STREAM)
                .when(
                        unknown -> {
                            Enrollment.requireDetails(unknown, "e-1");
                            return List.of();
                        })
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    @Test
    void keeps_the_refund_policy_the_offering_has_at_that_moment() {
        var revised = new RefundPolicyRevised("o-1", TERMS, "kinder");
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null),
                                        offering(o1(), revised),
                                        state,
                                        TODAY))
                .then(enrolledUnder(TERMS, TODAY));
    }

    @Test
    void puts_a_student_in_line_where_all_seats_are_taken_and_there_is_a_line() {
        var full = offering(scheduled("o-1", "uva", Admission.OPEN, Waitlist.FIFO, null), taken());
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null), full, state, TODAY))
                .then(waitlisted());
    }

    @Test
    void puts_a_student_in_line_behind_those_who_wait_for_the_instructor_to_pick() {
        var line = scheduled("o-1", "uva", Admission.OPEN, Waitlist.INSTRUCTOR_PICK, null);
        var waiting = offering(line, new WaitlistJoined("o-1", "e-8", "s-8"));
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null), waiting, state, TODAY))
                .then(waitlisted());
    }

    @Test
    void takes_an_application_where_the_program_admits() {
        var apply = offering(scheduled("o-1", "uva", Admission.APPLICATION, null, null), taken());
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null), apply, state, TODAY))
                .then(applied());
    }

    @Test
    void recognises_a_repeated_request_after_a_wait_a_transfer_and_a_withdrawal() {
        given(
                        Enrollment.STREAM,
                        waitlisted(),
                        offered(TODAY.plusDays(1)),
                        enrolled(TODAY.plusDays(1)),
                        transferred("o-1", "o-2", null, "moved", TODAY.plusDays(2)),
                        withdrawn("ill", TODAY.plusDays(3)))
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", TODAY),
                                        offering(o1()),
                                        state,
                                        TODAY.plusDays(9)))
                .thenNothing();
    }

    @Test
    void refuses_a_cancelled_offering() {
        var off = offering(o1(), new OfferingCancelled("o-1", "too few", TODAY));
        given(Enrollment.STREAM)
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        enroll("s-1", "o-1", null), off, state, TODAY))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }

    private static Enroll enroll(String student, String offering, @Nullable LocalDate on) {
        return new Enroll("e-1", student, offering, on);
    }
}
