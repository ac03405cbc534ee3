package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.GivenStreams;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.Offering;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/** The seat of an enrollment is released, and goes to the next student in line. */
class SeatAllocationTest {

    private static final StreamId<Offering, OfferingEvent> OFFERING = Offering.STREAM.stream("o-1");
    private static final StreamId<Enrollment, EnrollmentEvent> NEXT =
            Enrollment.STREAM.stream("e-2");

    @Test
    void a_released_seat_is_offered_to_the_first_in_line() {
        var confirmBy = TODAY.plusDays(14);
        line(Waitlist.FIFO)
                .whenDone(states -> new SeatAllocation(states).release("o-1", "e-1", TODAY))
                .then(
                        OFFERING,
                        new SeatReleased("o-1", "e-1", "s-1"),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", confirmBy))
                .then(NEXT, new SeatOffered("e-2", "s-2", "o-1", confirmBy, TODAY))
                .andNothingElse();
    }

    @Test
    void a_place_on_the_waitlist_is_left_without_an_offer_to_anyone() {
        line(Waitlist.FIFO)
                .whenDone(states -> new SeatAllocation(states).release("o-1", "e-2", TODAY))
                .then(OFFERING, new WaitlistLeft("o-1", "e-2", "s-2"))
                .andNothingElse();
    }

    @Test
    void where_the_instructor_picks_the_seat_stays_free() {
        line(Waitlist.INSTRUCTOR_PICK)
                .whenDone(states -> new SeatAllocation(states).release("o-1", "e-1", TODAY))
                .then(OFFERING, new SeatReleased("o-1", "e-1", "s-1"))
                .andNothingElse();
    }

    @Test
    void a_seat_is_offered_on_the_last_day_of_the_offering_and_not_after() {
        assertThat(offeredOn(STARTS.plusDays(4))).isEqualTo(1);
        assertThat(offeredOn(STARTS.plusDays(5))).isZero();
    }

    @Test
    void a_cancelled_offering_releases_and_offers_nothing() {
        line(Waitlist.FIFO)
                .and(OFFERING, new OfferingCancelled("o-1", "too few", TODAY))
                .whenDone(states -> new SeatAllocation(states).release("o-1", "e-1", TODAY))
                .thenNothing();
    }

    private static int offeredOn(LocalDate day) {
        return line(Waitlist.FIFO)
                .and(OFFERING, new SeatReleased("o-1", "e-1", "s-1"))
                .when(states -> new SeatAllocation(states).passOn("o-1", day))
                .answer()
                .size();
    }

    /** Enrollment e-1 has the only seat and e-2 is first in line. */
    private static GivenStreams line(Waitlist waitlist) {
        return given(OFFERING, scheduled("o-1", "uva", Admission.OPEN, waitlist, null))
                .and(
                        OFFERING,
                        new SeatTaken("o-1", "e-1", "s-1"),
                        new WaitlistJoined("o-1", "e-2", "s-2"))
                .and(NEXT, new StudentWaitlisted("e-2", "s-2", "o-1", "m-20", "rbs", "uva", TODAY));
    }
}
