package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.NOT_NEXT_IN_LINE;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.held;
import static colophon.commands.offering.OfferingFacts.hold;
import static colophon.commands.offering.OfferingFacts.joined;
import static colophon.commands.offering.OfferingFacts.left;
import static colophon.commands.offering.OfferingFacts.released;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.taken;
import static colophon.events.offering.Waitlist.FIFO;
import static colophon.events.offering.Waitlist.INSTRUCTOR_PICK;

import colophon.events.offering.OfferingCancelled;

import org.junit.jupiter.api.Test;

class HoldSeatTest {

    @Test
    void holds_a_free_seat() {
        given(Offering.STREAM, scheduled(1, null))
                .when(state -> Offering.decide(hold(1), state))
                .then(held(1));
    }

    @Test
    void holds_a_free_seat_for_the_first_in_line() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1), joined(2), released(9))
                .when(state -> Offering.decide(hold(1), state))
                .then(left(1), held(1));
    }

    @Test
    void holds_a_free_seat_for_whomever_the_instructor_picks() {
        given(
                        Offering.STREAM,
                        scheduled(1, INSTRUCTOR_PICK),
                        taken(9),
                        joined(1),
                        joined(2),
                        released(9))
                .when(state -> Offering.decide(hold(2), state))
                .then(left(2), held(2));
    }

    @Test
    void refuses_to_pass_over_the_first_in_line() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1), joined(2), released(9))
                .when(state -> Offering.decide(hold(2), state))
                .thenRefused(NOT_NEXT_IN_LINE, "e-1", "e-2");
    }

    @Test
    void refuses_whoever_waits_while_no_seat_is_free() {
        given(Offering.STREAM, scheduled(1, INSTRUCTOR_PICK), taken(9), joined(1))
                .when(state -> Offering.decide(hold(1), state))
                .thenRefused(OFFERING_FULL, "o-1");
    }

    @Test
    void refuses_one_more_than_the_capacity() {
        given(Offering.STREAM, scheduled(1, null), held(9))
                .when(state -> Offering.decide(hold(1), state))
                .thenRefused(OFFERING_FULL, "o-1");
    }

    @Test
    void refuses_an_applicant_while_others_wait() {
        given(Offering.STREAM, scheduled(2, INSTRUCTOR_PICK), taken(9), joined(2))
                .when(state -> Offering.decide(hold(1), state))
                .thenRefused(OFFERING_FULL, "waitlist");
    }

    @Test
    void refuses_a_student_who_has_a_seat() {
        given(Offering.STREAM, scheduled(2, null), taken(1))
                .when(
                        state ->
                                Offering.decide(
                                        new SeatRequest.Hold("o-1", "e-2", "s-1", TODAY), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_cancelled_offering() {
        given(Offering.STREAM, scheduled(1, null), new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(hold(1), state))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }
}
