package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.offering.OfferingFacts.TODAY;
import static colophon.commands.offering.OfferingFacts.join;
import static colophon.commands.offering.OfferingFacts.joined;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.taken;
import static colophon.events.offering.Waitlist.FIFO;

import colophon.events.offering.OfferingCancelled;

import org.junit.jupiter.api.Test;

class JoinWaitlistTest {

    @Test
    void stands_at_the_end_of_the_line() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1))
                .when(state -> Offering.decide(join(2), state))
                .then(joined(2));
    }

    @Test
    void refuses_where_there_is_no_line() {
        given(Offering.STREAM, scheduled(1, null), taken(9))
                .when(state -> Offering.decide(join(1), state))
                .thenRefused(OFFERING_FULL, "o-1");
    }

    @Test
    void refuses_a_second_place_for_the_same_student() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(9), joined(1))
                .when(state -> Offering.decide(new SeatRequest.Join("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_student_who_has_a_seat() {
        given(Offering.STREAM, scheduled(1, FIFO), taken(1))
                .when(state -> Offering.decide(new SeatRequest.Join("o-1", "e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_cancelled_offering() {
        given(Offering.STREAM, scheduled(1, FIFO), new OfferingCancelled("o-1", "too few", TODAY))
                .when(state -> Offering.decide(join(1), state))
                .thenRefused(OFFERING_CANCELLED, "o-1");
    }
}
