package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.held;
import static colophon.commands.offering.OfferingFacts.joined;
import static colophon.commands.offering.OfferingFacts.released;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.take;
import static colophon.commands.offering.OfferingFacts.taken;
import static colophon.events.offering.Waitlist.FIFO;
import static colophon.events.offering.Waitlist.INSTRUCTOR_PICK;

import colophon.events.offering.OfferingCancelled;

import org.junit.jupiter.api.Test;

class TakeSeatTest {

    @Test
    void takes_the_first_seat() {
        given(Offering.STREAM, scheduled(2, null))
                .when(state -> Offering.decide(take(1), state))
                .then(taken(1));
    }

    @Test
    void takes_the_last_seat() {
        given(Offering.STREAM, scheduled(2, null), taken(1))
                .when(state -> Offering.decide(take(2), state))
                .then(taken(2));
    }

    @Test
    void takes_a_seat_that_was_released() {
        given(Offering.STREAM, scheduled(1, null), taken(1), released(1))
                .when(state -> Offering.decide(take(2), state))
                .then(taken(2));
    }

    @Test
    void takes_the_seat_that_is_held_for_the_enrollment_however_full_it_is() {
        given(Offering.STREAM, scheduled(2, FIFO), taken(1), held(2), joined(3))
                .when(state -> Offering.decide(take(2), state))
                .then(taken(2));
    }

    @Test
    void refuses_one_more_than_the_last_seat() {
        given(Offering.STREAM, scheduled(2, null), taken(1), taken(2))
                .when(state -> Offering.decide(take(3), state))
                .thenRefused(OFFERING_FULL, "o-1", "2 seats");
    }

    @Test
    void refuses_a_seat_that_is_held_for_somebody_else() {
        given(Offering.STREAM, scheduled(2, null), taken(1), held(2))
                .when(state -> Offering.decide(take(3), state))
                .thenRefused(OFFERING_FULL, "o-1");
    }

    @Test
    void refuses_a_free_seat_to_whoever_comes_after_those_who_wait() {
        given(Offering.STREAM, scheduled(2, INSTRUCTOR_PICK), taken(1), joined(2))
                .when(state -> Offering.decide(take(3), state))
                .thenRefused(OFFERING_FULL, "o-1", "waitlist");
    }

    @Test
    void refuses_a_second_seat_for_the_same_student() {
        given(Offering.STREAM, scheduled(2, null), taken(1))
                .when(state -> Offering.decide(new SeatRequest.Take("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1", "o-1");
    }

    @Test
    void refuses_a_seat_beside_one_that_is_held_by_another_enrollment() {
        given(Offering.STREAM, scheduled(3, null), held(1))
                .when(state -> Offering.decide(new SeatRequest.Take("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_seat_beside_a_place_in_line() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1))
                .when(state -> Offering.decide(new SeatRequest.Take("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void tells_a_student_of_a_full_offering_that_the_seat_is_theirs() {
        given(Offering.STREAM, scheduled(1, null), taken(1))
                .when(state -> Offering.decide(new SeatRequest.Take("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_seat_in_an_offering_nobody_scheduled() {
        given(Offering.STREAM)
                .when(state -> Offering.decide(take(1), state))
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }

    @Test
    void refuses_a_seat_in_a_cancelled_offering() {
        given(Offering.STREAM, scheduled(1, null), new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(take(1), state))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }
}
