package colophon.views.enrollment;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.charged;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.offering;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** An offering with one seat, which s-1 has. Students s-2 and s-3 are on the waitlist. */
@Tag("io")
class WaitingTest {

    private static final LocalDate BY = day("2026-06-15");
    private static final RefundPolicy TERMS =
            new RefundPolicy(
                    1,
                    List.of(new Tier(Period.ofDays(-30), null, 100, Set.of())),
                    usd("50"),
                    Set.of(),
                    0);
    private static final OfferingScheduled ONE = one(Waitlist.FIFO);

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void a_line() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(student("s-2", "Rosalind", "Franklin"));
        world.commit(student("s-3", "Lise", "Meitner"));
        world.commit(ONE);
        world.commit(enrolled("e-1", "s-1", ONE));
        waits("z-2", "s-2");
        waits("a-3", "s-3");
    }

    @Test
    void shows_the_line_in_its_order_and_each_place() throws Exception {
        world.ask("/offerings/one/waitlist")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].enrollmentId").value("z-2"))
                .andExpect(jsonPath("$.items[0].familyName").value("Franklin"))
                .andExpect(jsonPath("$.items[0].placeInLine").value(1))
                .andExpect(jsonPath("$.items[0].waitingSince").value("2026-05-01"))
                .andExpect(jsonPath("$.items[1].enrollmentId").value("a-3"))
                .andExpect(jsonPath("$.items[1].placeInLine").value(2));
        world.ask("/offerings/one/waitlist?limit=1").andExpect(jsonPath("$.next").exists());
        world.ask("/offerings/nope/waitlist").andExpect(status().isNotFound());
    }

    @Test
    void shows_seats_and_terms_of_the_offering() throws Exception {
        world.ask("/offerings/one")
                .andExpect(jsonPath("$.seatsTaken").value(1))
                .andExpect(jsonPath("$.seatsHeld").value(0))
                .andExpect(jsonPath("$.seatsOpen").value(0))
                .andExpect(jsonPath("$.waiting").value(2))
                .andExpect(jsonPath("$.waitlist").value("fifo"))
                .andExpect(jsonPath("$.admission").value("open"))
                .andExpect(jsonPath("$.confirmWithin").value("P14D"))
                .andExpect(jsonPath("$.deposit.amount").value("250.00"))
                .andExpect(jsonPath("$.refundPolicy.version").value(1))
                .andExpect(jsonPath("$.refundPolicy.tiers[0].until").value("P-30D"))
                .andExpect(jsonPath("$.status").value("scheduled"));
        world.commit(
                new RefundPolicyRevised(
                        "one", new RefundPolicy(2, List.of(), null, Set.of(), 0), "x"));
        world.ask("/offerings/one").andExpect(jsonPath("$.refundPolicy.version").value(2));
    }

    @Test
    void a_released_seat_is_held_for_the_first_in_line() throws Exception {
        passOn();
        world.ask("/offerings/one")
                .andExpect(jsonPath("$.seatsTaken").value(0))
                .andExpect(jsonPath("$.seatsHeld").value(1))
                .andExpect(jsonPath("$.waiting").value(1));
        world.ask("/enrollments/z-2")
                .andExpect(jsonPath("$.status").value("accepted"))
                .andExpect(jsonPath("$.confirmBy").value("2026-06-15"))
                .andExpect(jsonPath("$.placeInLine").doesNotExist());
        world.ask("/enrollments/a-3").andExpect(jsonPath("$.placeInLine").value(1));
        world.ask("/students/s-3/status")
                .andExpect(jsonPath("$.enrollments[0].status").value("waitlisted"))
                .andExpect(jsonPath("$.enrollments[0].placeInLine").value(1));
        world.ask("/students/s-2/status")
                .andExpect(jsonPath("$.enrollments[0].confirmBy").value("2026-06-15"));
    }

    @Test
    void a_confirmed_seat_is_taken_and_a_lapsed_one_is_free() throws Exception {
        passOn();
        world.commit(
                new SeatTaken("one", "z-2", "s-2"),
                new StudentEnrolled(
                        "z-2", "s-2", "one", "c-5", "p-rbs", "rbs", TERMS, day("2026-06-02")),
                charged("z-2", "s-2", ONE, MAY_1));
        world.ask("/offerings/one")
                .andExpect(jsonPath("$.seatsTaken").value(1))
                .andExpect(jsonPath("$.seatsHeld").value(0));
        world.ask("/enrollments/z-2")
                .andExpect(jsonPath("$.status").value("enrolled"))
                .andExpect(jsonPath("$.effectiveOn").value("2026-06-02"))
                .andExpect(jsonPath("$.confirmBy").doesNotExist())
                .andExpect(jsonPath("$.refundPolicy.version").value(1))
                .andExpect(jsonPath("$.history.length()").value(3))
                .andExpect(jsonPath("$.history[0].status").value("waitlisted"))
                .andExpect(jsonPath("$.history[1].status").value("accepted"))
                .andExpect(jsonPath("$.history[2].on").value("2026-06-02"));
        world.commit(
                new WaitlistLeft("one", "a-3", "s-3"),
                new SeatHeld("one", "a-3", "s-3", BY),
                new SeatOffered("a-3", "s-3", "one", BY, MAY_1));
        world.commit(
                new SeatReleased("one", "a-3", "s-3"),
                new SeatOfferLapsed("a-3", "s-3", "one", BY, BY.plusDays(1)));
        world.ask("/offerings/one")
                .andExpect(jsonPath("$.seatsTaken").value(1))
                .andExpect(jsonPath("$.seatsHeld").value(0));
        world.ask("/enrollments/a-3")
                .andExpect(jsonPath("$.status").value("declined"))
                .andExpect(jsonPath("$.history[2].reason").value("not confirmed by 2026-06-15"));
    }

    @Test
    void a_history_is_kept_through_everything_that_can_happen() throws Exception {
        var on = day("2026-06-03");
        world.commit(new EnrollmentDropped("e-1", "s-1", "one", "ill", on));
        world.commit(new EnrollmentReinstated("e-1", "s-1", "one", TERMS, "well", on));
        world.commit(new EnrollmentDeferred("e-1", "s-1", "one", "busy", on));
        world.commit(
                new EnrollmentTransferred(
                        "e-1", "s-1", "one", "o-2", "c-2", "p-rbs", null, "moved", on));
        world.ask("/enrollments/e-1")
                .andExpect(jsonPath("$.status").value("enrolled"))
                .andExpect(jsonPath("$.offeringId").value("o-2"))
                .andExpect(jsonPath("$.courseId").value("c-2"))
                .andExpect(jsonPath("$.refundPolicy").doesNotExist());
        world.commit(new EnrollmentWithdrawn("e-1", "s-1", "o-2", "again", on));
        world.ask("/enrollments/e-1")
                .andExpect(jsonPath("$.status").value("withdrawn"))
                .andExpect(jsonPath("$.history.length()").value(6))
                .andExpect(jsonPath("$.history[2].status").value("enrolled"))
                .andExpect(jsonPath("$.history[3].status").value("deferred"))
                .andExpect(jsonPath("$.history[1].reason").value("ill"))
                .andExpect(jsonPath("$.history[4].offeringId").value("o-2"));
        world.ask("/offerings/one/roster?status=any")
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void a_roster_is_of_those_with_a_seat_unless_other_statuses_are_asked_for() throws Exception {
        world.commit(new StudentApplied("p-4", "s-2", "o-1", "c-1", "p-rbs", "rbs", MAY_1));
        world.ask("/offerings/one/roster")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].enrollmentId").value("e-1"));
        world.ask("/offerings/one/roster?status=waitlisted")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].enrollmentId").value("z-2"))
                .andExpect(jsonPath("$.items[1].placeInLine").value(2));
        world.ask("/offerings/one/roster?status=enrolled,waitlisted")
                .andExpect(jsonPath("$.items.length()").value(3));
        world.ask("/offerings/o-1/roster?status=pending")
                .andExpect(jsonPath("$.items[0].enrollmentId").value("p-4"));
        world.ask("/offerings/one/roster?status=gone").andExpect(status().isBadRequest());
    }

    @Test
    void a_cancelled_offering_has_no_seats_and_says_why() throws Exception {
        world.commit(
                new OfferingCancelled("one", "too few", BY),
                new EnrollmentCancelled("e-1", "s-1", "one", "too few", BY));
        world.ask("/offerings/one")
                .andExpect(jsonPath("$.status").value("cancelled"))
                .andExpect(jsonPath("$.cancelledOn").value("2026-06-15"))
                .andExpect(jsonPath("$.cancellationReason").value("too few"))
                .andExpect(jsonPath("$.seatsOpen").value(0))
                .andExpect(jsonPath("$.waiting").value(0));
        world.ask("/offerings?courseId=c-5&openSeats=true")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void where_the_instructor_picks_nobody_has_a_place_and_a_free_seat_is_not_open()
            throws Exception {
        var picks = one(Waitlist.INSTRUCTOR_PICK, "pick");
        world.commit(picks);
        world.commit(
                new WaitlistJoined("pick", "w-1", "s-1"),
                new StudentWaitlisted("w-1", "s-1", "pick", "c-6", "p-rbs", "rbs", MAY_1));
        world.ask("/offerings/pick/waitlist")
                .andExpect(jsonPath("$.items[0].enrollmentId").value("w-1"))
                .andExpect(jsonPath("$.items[0].placeInLine").doesNotExist());
        world.ask("/offerings?courseId=c-6&openSeats=true")
                .andExpect(jsonPath("$.items.length()").value(0));
        world.commit(
                new WaitlistLeft("pick", "w-1", "s-1"),
                new EnrollmentDeclined("w-1", "s-1", "pick", "no", BY));
        world.ask("/offerings/pick/waitlist").andExpect(jsonPath("$.items.length()").value(0));
        world.ask("/offerings?courseId=c-6&openSeats=true")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void only_an_enrolled_student_is_on_the_way_to_a_certificate() throws Exception {
        var second = offering("o-8", "d-2", "p-cal", "calrbs", "2026-08-10", usd("1200"));
        world.commit(second);
        world.commit(candidacy("s-1", "cert-cal", "p-cal", "calrbs"));
        world.commit(enrolled("e-5", "s-1", School.ARCHIVES));
        world.commit(enrolled("e-6", "s-1", second));
        var committed = "$.accounts[?(@.institutionId=='calrbs')].outOfPocketToCertificate.amount";
        world.ask("/students/s-1/status").andExpect(jsonPath(committed).value("2400.00"));
        world.commit(new EnrollmentDropped("e-6", "s-1", "o-8", "ill", BY));
        world.ask("/students/s-1/status").andExpect(jsonPath(committed).value("3600.00"));
    }

    private void waits(String id, String student) {
        world.commit(
                new WaitlistJoined("one", id, student),
                new StudentWaitlisted(id, student, "one", "c-5", "p-rbs", "rbs", MAY_1));
    }

    private void passOn() {
        world.commit(
                new EnrollmentDropped("e-1", "s-1", "one", "ill", MAY_1),
                new SeatReleased("one", "e-1", "s-1"),
                new WaitlistLeft("one", "z-2", "s-2"),
                new SeatHeld("one", "z-2", "s-2", BY),
                new SeatOffered("z-2", "s-2", "one", BY, MAY_1));
    }

    private static OfferingScheduled one(Waitlist waitlist) {
        return one(waitlist, "one");
    }

    private static OfferingScheduled one(Waitlist waitlist, String id) {
        return new OfferingScheduled(
                id,
                id.equals("one") ? "c-5" : "c-6",
                "p-rbs",
                "rbs",
                day("2026-07-20"),
                day("2026-07-24"),
                1,
                usd("1395"),
                usd("250"),
                MAY_1,
                Delivery.ONLINE,
                null,
                null,
                Admission.OPEN,
                waitlist,
                Period.ofDays(14),
                TERMS);
    }
}
