package colophon.commands.enrollment;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.campus.Sums.usd;
import static colophon.commands.enrollment.EnrollmentFacts.STARTS;
import static colophon.commands.enrollment.EnrollmentFacts.TODAY;
import static colophon.commands.enrollment.EnrollmentFacts.applied;
import static colophon.commands.enrollment.EnrollmentFacts.deferred;
import static colophon.commands.enrollment.EnrollmentFacts.enrolled;
import static colophon.commands.enrollment.EnrollmentFacts.offered;
import static colophon.commands.enrollment.EnrollmentFacts.reinstated;
import static colophon.commands.enrollment.EnrollmentFacts.scheduled;
import static colophon.commands.enrollment.EnrollmentFacts.transferred;
import static colophon.commands.enrollment.EnrollmentFacts.waitlisted;
import static colophon.commands.enrollment.EnrollmentFacts.withdrawn;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.GivenStreams;
import colophon.commands.account.Account;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.Offering;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.ledger.Ledger;
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.privacy.Sealed;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/** Moves of an enrollment, with the seat and the charges that follow. */
class EnrollmentMovesTest {

    private static final StreamId<Enrollment, EnrollmentEvent> E1 = Enrollment.STREAM.stream("e-1");
    private static final StreamId<Enrollment, EnrollmentEvent> E2 = Enrollment.STREAM.stream("e-2");
    private static final StreamId<Offering, OfferingEvent> O1 = Offering.STREAM.stream("o-1");
    private static final StreamId<Offering, OfferingEvent> O2 = Offering.STREAM.stream("o-2");
    private static final StreamId<Ledger, AccountEvent> ACCOUNT = Account.stream("uva", "s-1");
    private static final LocalDate CONFIRM_BY = TODAY.plusDays(14);

    @Test
    void enrolling_takes_a_seat_and_charges_the_tuition() {
        var made =
                open(null)
                        .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                        .then(E1, enrolled(TODAY))
                        .then(O1, new SeatTaken("o-1", "e-1", "s-1"))
                        .then(ACCOUNT, charged("o-1", "tuition"))
                        .andNothingElse();

        assertThat(made.answer()).isTrue();
    }

    @Test
    void enrolling_in_a_full_offering_joins_its_waitlist() {
        open(Waitlist.FIFO)
                .and(O1, new SeatTaken("o-1", "e-9", "s-9"))
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .then(E1, waitlisted())
                .then(O1, new WaitlistJoined("o-1", "e-1", "s-1"))
                .andNothingElse();
    }

    @Test
    void refuses_to_enroll_in_a_full_offering_without_a_waitlist() {
        open(null)
                .and(O1, new SeatTaken("o-1", "e-9", "s-9"))
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .thenRefused(OFFERING_FULL, "o-1");
    }

    @Test
    void refuses_a_second_seat_for_the_same_student() {
        open(null)
                .and(O1, new SeatTaken("o-1", "e-9", "s-1"))
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .thenRefused(ALREADY_ENROLLED, "s-1");
    }

    @Test
    void an_application_takes_no_seat_yet() {
        registered()
                .and(O1, scheduled("o-1", "uva", Admission.APPLICATION, null, null))
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .then(E1, applied())
                .andNothingElse();
    }

    @Test
    void recognises_a_repeated_enrolling() {
        var again =
                seated().when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                        .thenNothing();

        assertThat(again.answer()).isFalse();
    }

    @Test
    void refuses_to_enroll_whom_nobody_registered_or_where_nothing_is_offered() {
        given(O1, scheduled("o-1", "uva", Admission.OPEN, null, null))
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .thenRefused(STUDENT_NOT_FOUND, "s-1");
        registered()
                .when(states -> new EnrollmentMoves(states).enroll(enroll(), TODAY))
                .thenRefused(OFFERING_NOT_FOUND, "o-1");
    }

    @Test
    void an_accepted_applicant_is_offered_a_seat() {
        open(null)
                .and(E1, applied())
                .whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .accept(new EnrollmentRequest.Accept("e-1", null), TODAY))
                .then(E1, offered(CONFIRM_BY))
                .then(O1, new SeatHeld("o-1", "e-1", "s-1", CONFIRM_BY))
                .andNothingElse();
    }

    @Test
    void an_accepted_applicant_to_a_full_offering_joins_its_waitlist() {
        open(Waitlist.FIFO)
                .and(O1, new SeatTaken("o-1", "e-9", "s-9"))
                .and(E1, applied())
                .whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .accept(new EnrollmentRequest.Accept("e-1", null), TODAY))
                .then(E1, waitlisted())
                .then(O1, new WaitlistJoined("o-1", "e-1", "s-1"));
    }

    @Test
    void the_instructor_offers_a_free_seat_to_a_waitlisted_student() {
        open(Waitlist.INSTRUCTOR_PICK)
                .and(O1, new WaitlistJoined("o-1", "e-1", "s-1"))
                .and(E1, waitlisted())
                .whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .offerSeat(
                                                new EnrollmentRequest.OfferSeat("e-1", null),
                                                TODAY))
                .then(E1, offered(CONFIRM_BY))
                .then(
                        O1,
                        new WaitlistLeft("o-1", "e-1", "s-1"),
                        new SeatHeld("o-1", "e-1", "s-1", CONFIRM_BY));
    }

    @Test
    void a_confirmed_seat_is_taken_and_charged() {
        open(null)
                .and(O1, new SeatHeld("o-1", "e-1", "s-1", CONFIRM_BY))
                .and(E1, applied(), offered(CONFIRM_BY))
                .whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .confirm(new EnrollmentRequest.Confirm("e-1"), TODAY))
                .then(E1, enrolled(TODAY))
                .then(O1, new SeatTaken("o-1", "e-1", "s-1"))
                .then(ACCOUNT, charged("o-1", "tuition"))
                .andNothingElse();
    }

    @Test
    void a_transfer_moves_the_seat_and_the_charges_and_frees_the_old_seat_for_the_next() {
        seated().and(O1, new WaitlistJoined("o-1", "e-2", "s-2"))
                .and(E2, new StudentWaitlisted("e-2", "s-2", "o-1", "m-20", "rbs", "uva", TODAY))
                .and(O2, scheduled("o-2", "uva", Admission.OPEN, null, null))
                .whenDone(states -> new EnrollmentMoves(states).transfer(transfer("o-2"), TODAY))
                .then(E1, transferred("o-1", "o-2", null, "work", TODAY))
                .then(O2, new SeatTaken("o-2", "e-1", "s-1"))
                .then(
                        O1,
                        new SeatReleased("o-1", "e-1", "s-1"),
                        new WaitlistLeft("o-1", "e-2", "s-2"),
                        new SeatHeld("o-1", "e-2", "s-2", CONFIRM_BY))
                .then(E2, new SeatOffered("e-2", "s-2", "o-1", CONFIRM_BY, TODAY))
                .then(ACCOUNT, reversed("work"), charged("o-2", "tuition.2"))
                .andNothingElse();
    }

    @Test
    void refuses_to_transfer_to_an_offering_that_was_cancelled() {
        seated().and(
                        O2,
                        scheduled("o-2", "uva", Admission.OPEN, null, null),
                        new OfferingCancelled("o-2", "too few", TODAY))
                .whenDone(states -> new EnrollmentMoves(states).transfer(transfer("o-2"), TODAY))
                .thenRefused(OFFERING_CANCELLED, "o-2");
    }

    @Test
    void a_deferral_releases_the_seat_and_charges_nothing() {
        seated().whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .defer(
                                                new EnrollmentRequest.Defer("e-1", "later", null),
                                                TODAY))
                .then(E1, deferred("later", TODAY))
                .then(O1, new SeatReleased("o-1", "e-1", "s-1"))
                .then(ACCOUNT, reversed("later"))
                .andNothingElse();
    }

    @Test
    void a_student_who_comes_back_takes_a_seat_and_pays_the_whole_course() {
        seated().and(E1, withdrawn("ill", STARTS))
                .and(O1, new SeatReleased("o-1", "e-1", "s-1"))
                .whenDone(
                        states ->
                                new EnrollmentMoves(states)
                                        .reinstate(
                                                new EnrollmentRequest.Reinstate(
                                                        "e-1", "well", null),
                                                TODAY))
                .then(E1, reinstated("well", TODAY))
                .then(O1, new SeatTaken("o-1", "e-1", "s-1"))
                .then(ACCOUNT, reversed("well"), charged("o-1", "tuition.2"))
                .andNothingElse();
    }

    @Test
    void refuses_to_move_an_enrollment_that_does_not_exist() {
        open(null)
                .whenDone(states -> new EnrollmentMoves(states).transfer(transfer("o-1"), TODAY))
                .thenRefused(ENROLLMENT_NOT_FOUND, "e-1");
    }

    private static GivenStreams registered() {
        return given(
                Student.STREAM.stream("s-1"),
                new StudentRegistered("s-1", new Sealed("?"), new Sealed("?"), null, "print"));
    }

    private static GivenStreams open(@Nullable Waitlist waitlist) {
        return registered().and(O1, scheduled("o-1", "uva", Admission.OPEN, waitlist, null));
    }

    /** Student s-1 has the only seat of o-1 and owes the tuition. */
    private static GivenStreams seated() {
        return open(Waitlist.FIFO)
                .and(O1, new SeatTaken("o-1", "e-1", "s-1"))
                .and(E1, enrolled(TODAY))
                .and(ACCOUNT, charged("o-1", "tuition"));
    }

    private static Enroll enroll() {
        return new Enroll("e-1", "s-1", "o-1", null);
    }

    private static EnrollmentRequest.Transfer transfer(String offeringId) {
        return new EnrollmentRequest.Transfer("e-1", offeringId, "work", null);
    }

    private static ChargePosted charged(String offeringId, String suffix) {
        return new ChargePosted(
                "uva",
                "s-1",
                "e-1:" + suffix,
                ChargeKind.TUITION,
                "e-1",
                offeringId,
                usd("1395"),
                null,
                TODAY,
                TODAY);
    }

    private static ChargeReversed reversed(String reason) {
        return new ChargeReversed("uva", "s-1", "e-1:tuition", usd("1395"), reason, TODAY);
    }
}
