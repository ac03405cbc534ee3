package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.SAME_OFFERING;
import static colophon.commands.enrollment.Enrollments.STARTS;
import static colophon.commands.enrollment.Enrollments.TERMS;
import static colophon.commands.enrollment.Enrollments.TODAY;
import static colophon.commands.enrollment.Enrollments.completed;
import static colophon.commands.enrollment.Enrollments.deferred;
import static colophon.commands.enrollment.Enrollments.dropped;
import static colophon.commands.enrollment.Enrollments.enrolled;
import static colophon.commands.enrollment.Enrollments.o1;
import static colophon.commands.enrollment.Enrollments.running;
import static colophon.commands.enrollment.Enrollments.scheduled;
import static colophon.commands.enrollment.Enrollments.transferred;
import static colophon.commands.enrollment.Enrollments.waitlisted;

import colophon.events.offering.Admission;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class TransferTest {

    @Test
    void goes_to_the_other_offering_and_falls_under_its_refund_policy() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .then(transferred("o-1", "o-2", TERMS, "moved", TODAY));
    }

    @Test
    void goes_on_the_day_that_is_given() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", STARTS),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .then(transferred("o-1", "o-2", TERMS, "moved", STARTS));
    }

    @Test
    void ends_a_deferral() {
        given(Enrollment.SUBJECT, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .then(transferred("o-1", "o-2", TERMS, "moved", TODAY));
    }

    @Test
    void goes_on_from_where_it_is() {
        given(Enrollment.SUBJECT, enrolled(TODAY), transferred("o-1", "o-3", null, "x", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .then(transferred("o-3", "o-2", TERMS, "moved", TODAY));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.SUBJECT, enrolled(TODAY), transferred("o-1", "o-2", TERMS, "moved", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .thenNothing();
    }

    @Test
    void refuses_the_offering_it_is_in() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-1", null), running(o1()), state, TODAY))
                .thenRefused(SAME_OFFERING, "o-1");
    }

    @Test
    void refuses_an_offering_of_another_institution() {
        given(Enrollment.SUBJECT, enrolled(TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "ucla", Admission.OPEN, null, null)),
                                        state,
                                        TODAY))
                .thenRefused(OF_ANOTHER_INSTITUTION, "o-2", "uva");
    }

    @Test
    void refuses_an_enrollment_with_an_outcome() {
        given(Enrollment.SUBJECT, enrolled(TODAY), completed())
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .thenRefused(ALREADY_FINISHED, "e-1");
    }

    @Test
    void refuses_whoever_left() {
        given(Enrollment.SUBJECT, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "dropped");
    }

    @Test
    void refuses_whoever_waits() {
        given(Enrollment.SUBJECT, waitlisted())
                .when(
                        state ->
                                Enrollment.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    private static EnrollmentMove.Transfer transfer(String to, @Nullable LocalDate on) {
        return new EnrollmentMove.Transfer("e-1", to, "moved", on);
    }
}
