package colophon.views.offering;

import colophon.events.Recorded;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.views.reading.Edition;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Answers: when does this course run, at which price, and how many seats are taken? */
public record Offering(
        String id,
        String courseId,
        String programId,
        String institutionId,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        int seatsTaken,
        Money tuition,
        Delivery delivery,
        @Nullable String place,
        @Nullable LocalDate dueOn) {

    /** All offerings, by first day then id; also those of a course, program or institution. */
    public static final View<Offering> VIEW =
            View.<Offering>of(
                            "offerings",
                            event -> event instanceof OfferingEvent e ? e.offeringId() : null,
                            Offering::evolve)
                    .indexed("all", _ -> "", Offering::start)
                    .indexed("course", Offering::courseId, Offering::start)
                    .indexed("program", Offering::programId, Offering::start)
                    .indexed("institution", Offering::institutionId, Offering::start);

    /** The offering; the problem offering-not-found if there is none. */
    public static Offering in(Edition views, String id) {
        var offering = views.of(VIEW).get(id);
        if (offering == null) throw QueryProblem.OFFERING_NOT_FOUND.because("No offering " + id);
        return offering;
    }

    /** Seats that nobody has taken. */
    public int seatsOpen() {
        return Math.max(0, capacity - seatsTaken);
    }

    /** SHIM */
    public boolean isCancelled() {
        return false;
    }

    /** SHIM */
    public @Nullable Money deposit() {
        return null;
    }

    private String start() {
        return startsOn.toString();
    }

    static Offering evolve(@Nullable Offering before, Recorded<?> fact) {
        return switch ((OfferingEvent) fact.event()) {
            case OfferingScheduled e ->
                    new Offering(
                            e.offeringId(),
                            e.courseId(),
                            e.programId(),
                            e.institutionId(),
                            e.startsOn(),
                            e.endsOn(),
                            e.capacity(),
                            0,
                            e.tuition(),
                            e.delivery(),
                            e.place(),
                            e.dueOn());
            case SeatTaken e -> View.existing(before, "offering", e.offeringId()).oneSeatLess();
            case RefundPolicyRevised e -> View.existing(before, "offering", e.offeringId());
            case SeatHeld e -> View.existing(before, "offering", e.offeringId());
            case SeatReleased e -> View.existing(before, "offering", e.offeringId());
            case WaitlistJoined e -> View.existing(before, "offering", e.offeringId());
            case WaitlistLeft e -> View.existing(before, "offering", e.offeringId());
            case OfferingCancelled e -> View.existing(before, "offering", e.offeringId());
        };
    }

    private Offering oneSeatLess() {
        return new Offering(
                id,
                courseId,
                programId,
                institutionId,
                startsOn,
                endsOn,
                capacity,
                seatsTaken + 1,
                tuition,
                delivery,
                place,
                dueOn);
    }
}
