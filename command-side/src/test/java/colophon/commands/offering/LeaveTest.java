package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.held;
import static colophon.commands.offering.OfferingFacts.joined;
import static colophon.commands.offering.OfferingFacts.leave;
import static colophon.commands.offering.OfferingFacts.left;
import static colophon.commands.offering.OfferingFacts.released;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.taken;
import static colophon.events.offering.Waitlist.FIFO;

import colophon.events.offering.OfferingCancelled;

import org.junit.jupiter.api.Test;

class LeaveTest {

    @Test
    void frees_a_seat() {
        given(Offering.STREAM, scheduled(1, null), taken(1))
                .when(state -> Offering.decide(leave(1), state))
                .then(released(1));
    }

    @Test
    void frees_a_seat_that_was_held() {
        given(Offering.STREAM, scheduled(1, null), held(1))
                .when(state -> Offering.decide(leave(1), state))
                .then(released(1));
    }

    @Test
    void gives_up_a_place_in_line() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1))
                .when(state -> Offering.decide(leave(1), state))
                .then(left(1));
    }

    @Test
    void is_nothing_for_whoever_has_nothing() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9))
                .when(state -> Offering.decide(leave(1), state))
                .thenNothing();
    }

    @Test
    void is_nothing_where_the_offering_was_cancelled() {
        given(
                        Offering.STREAM,
                        scheduled(1, FIFO),
                        taken(1),
                        new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(leave(1), state))
                .thenNothing();
    }
}
