package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.NOT_WAITING;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.o1;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class OfferSeatTest {

    @Test
    void holds_a_seat_for_two_weeks() {
        given(Enrollment.STREAM, waitlisted())
                .when(state -> EnrollmentAdmission.decide(offer(null), o1(), state, TODAY))
                .then(offered(TODAY.plusDays(14)));
    }

    @Test
    void holds_it_until_the_day_that_is_given() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        offer(TODAY.plusDays(3)), o1(), state, TODAY))
                .then(offered(TODAY.plusDays(3)));
    }

    @Test
    void recognises_a_repeated_request() {
        given(Enrollment.STREAM, waitlisted(), offered(TODAY))
                .when(state -> EnrollmentAdmission.decide(offer(TODAY), o1(), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_a_day_that_has_passed() {
        given(Enrollment.STREAM, waitlisted())
                .when(
                        state ->
                                EnrollmentAdmission.decide(
                                        offer(TODAY.minusDays(1)), o1(), state, TODAY))
                .thenRefused(DATES_OUT_OF_ORDER, "2026-05-31");
    }

    @Test
    void refuses_whoever_does_not_wait() {
        given(Enrollment.STREAM, enrolled(TODAY))
                .when(state -> EnrollmentAdmission.decide(offer(null), o1(), state, TODAY))
                .thenRefused(NOT_WAITING, "e-1", "enrolled");
    }

    @Test
    void refuses_an_enrollment_nobody_made() {
        given(Enrollment.STREAM)
                .when(state -> EnrollmentAdmission.decide(offer(null), o1(), state, TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static EnrollmentRequest.OfferSeat offer(@Nullable LocalDate confirmBy) {
        return new EnrollmentRequest.OfferSeat("e-1", confirmBy);
    }
}
