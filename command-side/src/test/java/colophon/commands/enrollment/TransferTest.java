package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_FINISHED;
import static colophon.commands.Reason.NOT_ENROLLED;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.SAME_OFFERING;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TERMS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.completed;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.dropped;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.running;
import static colophon.commands.enrollment.EnrollmentFacts.scheduled;
import static colophon.commands.enrollment.EnrollmentFacts.transferred;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import colophon.events.offering.Admission;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class TransferTest {

    @Test
    void goes_to_the_other_offering_and_falls_under_its_refund_policy() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY), deferred("later", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY), transferred("o-1", "o-3", null, "x", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY), transferred("o-1", "o-2", TERMS, "moved", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        transfer("o-1", null), running(o1()), state, TODAY))
                .thenRefused(SAME_OFFERING, "o-1");
    }

    @Test
    void refuses_an_offering_of_another_institution() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY), completed())
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, enrolled(TODAY), dropped("ill", TODAY))
                .when(
                        state ->
                                EnrollmentChanges.decide(
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
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentChanges.decide(
                                        transfer("o-2", null),
                                        running(
                                                scheduled(
                                                        "o-2", "uva", Admission.OPEN, null, TERMS)),
                                        state,
                                        TODAY))
                .thenRefused(NOT_ENROLLED, "e-1", "waitlisted");
    }

    private static EnrollmentRequest.Transfer transfer(String to, @Nullable LocalDate on) {
        return new EnrollmentRequest.Transfer("e-1", to, "moved", on);
    }
}
