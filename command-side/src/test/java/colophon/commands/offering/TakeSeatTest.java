package colophon.commands.offering;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;

import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;

class TakeSeatTest {

    @Test
    void takes_the_first_seat() {
        given(Offering.SUBJECT, scheduled(2))
                .when(state -> Offering.decide(take("e-1", "s-1"), state))
                .then(taken("e-1", "s-1"));
    }

    @Test
    void takes_the_last_seat() {
        given(Offering.SUBJECT, scheduled(2), taken("e-1", "s-1"))
                .when(state -> Offering.decide(take("e-2", "s-2"), state))
                .then(taken("e-2", "s-2"));
    }

    @Test
    void refuses_one_more_than_the_last_seat() {
        given(Offering.SUBJECT, scheduled(2), taken("e-1", "s-1"), taken("e-2", "s-2"))
                .when(state -> Offering.decide(take("e-3", "s-3"), state))
                .thenRefused(OFFERING_FULL, "o-1", "2 seats");
    }

    @Test
    void refuses_a_second_seat_for_the_same_student() {
        given(Offering.SUBJECT, scheduled(2), taken("e-1", "s-1"))
                .when(state -> Offering.decide(take("e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1", "o-1");
    }

    @Test
    void tells_a_student_of_a_full_offering_that_the_seat_is_theirs() {
        given(Offering.SUBJECT, scheduled(1), taken("e-1", "s-1"))
                .when(state -> Offering.decide(take("e-2", "s-1"), state))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void refuses_a_seat_in_an_offering_nobody_scheduled() {
        given(Offering.SUBJECT)
                .when(state -> Offering.decide(take("e-1", "s-1"), state))
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }

    private static TakeSeat take(String enrollmentId, String studentId) {
        return new TakeSeat("o-1", enrollmentId, studentId);
    }

    private static SeatTaken taken(String enrollmentId, String studentId) {
        return new SeatTaken("o-1", enrollmentId, studentId);
    }

    private static OfferingScheduled scheduled(int capacity) {
        return new OfferingScheduled(
                "o-1",
                "m-20",
                "rbs",
                "uva",
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 5),
                capacity,
                usd("1395"),
                null,
                null,
                Delivery.ONLINE,
                null,
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }
}
