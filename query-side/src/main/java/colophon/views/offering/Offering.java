package colophon.views.offering;

import colophon.api.problem.NotFound;
import colophon.events.Recorded;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.refund.RefundPolicy;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers: when does this course run, on which terms, how many seats are taken, and who waits?
 *
 * @param as how it was scheduled
 * @param refundPolicy the policy for new enrollments, or null
 * @param held enrollments with a held seat
 * @param line enrollments on the waitlist, the longest waiting first
 * @param cancelled null unless it was cancelled
 */
public record Offering(
        OfferingScheduled as,
        @Nullable RefundPolicy refundPolicy,
        int seatsTaken,
        List<String> held,
        List<String> line,
        @Nullable OfferingCancelled cancelled) {

    /**
     * All offerings, by first day, then id. Indexes find those of a course, program or institution.
     */
    public static final View<Offering> VIEW =
            View.<Offering>of(
                            "offerings",
                            Offering.class,
                            event -> event instanceof OfferingEvent e ? e.offeringId() : null,
                            Offering::evolve)
                    .indexed("all", _ -> "", Offering::start)
                    .indexed("course", Offering::courseId, Offering::start)
                    .indexed("program", Offering::programId, Offering::start)
                    .indexed("institution", Offering::institutionId, Offering::start);

    /** Finds the offering. Throws offering-not-found if there is none. */
    public static Offering in(ViewSnapshot views, String id) {
        var offering = views.of(VIEW).get(id);
        if (offering == null) throw unknown(id);
        return offering;
    }

    /**
     * Finds the offering if the viewer may see its roster. Otherwise throws offering-not-found, as
     * if there were none.
     */
    public static Offering in(ViewSnapshot views, Viewer viewer, String id) {
        var offering = in(views, id);
        if (!viewer.sees(offering.institutionId())) throw unknown(id);
        return offering;
    }

    private static RuntimeException unknown(String id) {
        return new NotFound(QueryProblem.OFFERING_NOT_FOUND, "No offering " + id);
    }

    /** The id of the offering. */
    public String id() {
        return as.offeringId();
    }

    /** The course that runs. */
    public String courseId() {
        return as.courseId();
    }

    /** The program of the course. */
    public String programId() {
        return as.programId();
    }

    /** The institution that gives it. */
    public String institutionId() {
        return as.institutionId();
    }

    /** First day, inclusive. */
    public LocalDate startsOn() {
        return as.startsOn();
    }

    /** Last day, inclusive. */
    public LocalDate endsOn() {
        return as.endsOn();
    }

    /** How many students may have a seat. */
    public int capacity() {
        return as.capacity();
    }

    /** The tuition, including the deposit. */
    public Money tuition() {
        return as.tuition();
    }

    /** The way it is taught. */
    public Delivery delivery() {
        return as.delivery();
    }

    /** The location, or null. */
    public @Nullable String place() {
        return as.place();
    }

    /** The day the tuition is due; null if it is due on the day of the enrollment. */
    public @Nullable LocalDate dueOn() {
        return as.dueOn();
    }

    /** The way students are admitted. */
    public Admission admission() {
        return as.admission();
    }

    /** Seats that are neither taken nor held. */
    public int seatsOpen() {
        return cancelled != null ? 0 : Math.max(0, capacity() - seatsTaken - held.size());
    }

    /** True if a new student may have a seat. Students on the waitlist go first. */
    public boolean isOpen() {
        return seatsOpen() > 0 && line.isEmpty();
    }

    /** The place of an enrollment on the waitlist, from 1; null if it has none. */
    public @Nullable Integer placeInLine(String enrollmentId) {
        int at = line.indexOf(enrollmentId);
        return at < 0 || as.waitlist() != Waitlist.FIFO ? null : at + 1;
    }

    private String start() {
        return startsOn().toString();
    }

    static Offering evolve(@Nullable Offering before, Recorded<?> fact) {
        var event = (OfferingEvent) fact.event();
        if (event instanceof OfferingScheduled e)
            return new Offering(e, e.refundPolicy(), 0, List.of(), List.of(), null);
        var now = View.existing(before, "offering", event.offeringId());
        return switch (event) {
            case OfferingScheduled _ -> now;
            case SeatTaken e ->
                    now.with(now.seatsTaken + 1, without(now.held, e.enrollmentId()), now.line);
            case SeatHeld e -> now.with(now.seatsTaken, and(now.held, e.enrollmentId()), now.line);
            case SeatReleased e ->
                    now.held.contains(e.enrollmentId())
                            ? now.with(
                                    now.seatsTaken, without(now.held, e.enrollmentId()), now.line)
                            : now.with(now.seatsTaken - 1, now.held, now.line);
            case WaitlistJoined e ->
                    now.with(now.seatsTaken, now.held, and(now.line, e.enrollmentId()));
            case WaitlistLeft e ->
                    now.with(now.seatsTaken, now.held, without(now.line, e.enrollmentId()));
            case RefundPolicyRevised e ->
                    new Offering(
                            now.as, e.refundPolicy(), now.seatsTaken, now.held, now.line, null);
            case OfferingCancelled e ->
                    new Offering(now.as, now.refundPolicy, 0, List.of(), List.of(), e);
        };
    }

    private Offering with(int nowTaken, List<String> nowHeld, List<String> nowInLine) {
        return new Offering(as, refundPolicy, nowTaken, nowHeld, nowInLine, cancelled);
    }

    private static List<String> and(List<String> some, String one) {
        var more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }

    private static List<String> without(List<String> some, String one) {
        return some.stream().filter(each -> !each.equals(one)).toList();
    }
}
