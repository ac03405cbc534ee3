package colophon.commands.withdrawal;

import static colophon.commands.Reason.NOT_DECLINABLE;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.withdrawal.WithdrawalFacts.E1;
import static colophon.commands.withdrawal.WithdrawalFacts.E2;
import static colophon.commands.withdrawal.WithdrawalFacts.OFFERING;
import static colophon.commands.withdrawal.WithdrawalFacts.enrolled;
import static colophon.commands.withdrawal.WithdrawalFacts.scheduled;
import static colophon.commands.withdrawal.WithdrawalFacts.withLine;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.GivenStreams;
import colophon.commands.enrollment.EnrollmentRequest.Decline;
import colophon.commands.withdrawal.Withdrawal.LapsedOffers;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.WaitlistLeft;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/** An offered seat is declined, or is not confirmed in time. */
class LapsedOffersTest {

    private static final LocalDate CONFIRM_BY = TODAY.plusDays(3);
    private static final LocalDate AFTER = CONFIRM_BY.plusDays(1);

    @Test
    void the_seat_of_a_lapsed_offer_is_offered_to_the_next_on_the_waitlist() {
        var next = AFTER.plusDays(14);
        var answer =
                withLine(offered())
                        .when(states -> new Withdrawal(states).lapse("o-1", AFTER))
                        .then(E1, new SeatOfferLapsed("e-1", "s-1", "o-1", CONFIRM_BY, AFTER))
                        .then(
                                OFFERING,
                                new SeatReleased("o-1", "e-1", "s-1"),
                                new WaitlistLeft("o-1", "e-2", "s-2"),
                                new SeatHeld("o-1", "e-2", "s-2", next))
                        .then(E2, new SeatOffered("e-2", "s-2", "o-1", next, AFTER))
                        .andNothingElse()
                        .answer();

        assertThat(answer).isEqualTo(new LapsedOffers(List.of("e-1"), List.of("e-2")));
    }

    @Test
    void an_offer_does_not_lapse_on_its_last_day() {
        withLine(offered())
                .when(states -> new Withdrawal(states).lapse("o-1", CONFIRM_BY))
                .thenNothing();
    }

    @Test
    void a_declined_seat_is_offered_to_the_next_on_the_waitlist() {
        var next = TODAY.plusDays(14);
        withLine(offered())
                .whenDone(states -> new Withdrawal(states).decline(decline(), TODAY))
                .then(E1, declined())
                .then(
                        OFFERING,
                        new SeatReleased("o-1", "e-1", "s-1"),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", next))
                .then(E2, new SeatOffered("e-2", "s-2", "o-1", next, TODAY))
                .andNothingElse();
    }

    @Test
    void a_declined_application_gives_no_seat_to_anyone() {
        scheduled(null)
                .and(E1, applied())
                .whenDone(states -> new Withdrawal(states).decline(decline(), TODAY))
                .then(E1, declined())
                .andNothingElse();
    }

    @Test
    void a_repeated_refusal_changes_nothing() {
        scheduled(null)
                .and(E1, applied(), declined())
                .whenDone(states -> new Withdrawal(states).decline(decline(), TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_decline_a_seat_that_is_taken() {
        enrolled(null)
                .whenDone(states -> new Withdrawal(states).decline(decline(), TODAY))
                .thenRefused(NOT_DECLINABLE, "e-1");
    }

    /** Student s-1 is offered the only seat. */
    private static GivenStreams offered() {
        return scheduled(null)
                .and(OFFERING, new SeatHeld("o-1", "e-1", "s-1", CONFIRM_BY))
                .and(E1, applied(), new SeatOffered("e-1", "s-1", "o-1", CONFIRM_BY, TODAY));
    }

    private static StudentApplied applied() {
        return new StudentApplied("e-1", "s-1", "o-1", "m-20", "rbs", "ucla", TODAY);
    }

    private static Decline decline() {
        return new Decline("e-1", "no time");
    }

    private static EnrollmentDeclined declined() {
        return new EnrollmentDeclined("e-1", "s-1", "o-1", "no time", TODAY);
    }
}
