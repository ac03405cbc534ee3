package colophon.commands.offering;

import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.offering.Admission;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.program.CourseListed;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of an offering. Pure: no clock, no I/O, no framework. */
public sealed interface Offering {

    /** How offerings are loaded. */
    Subject<Offering, OfferingEvent> SUBJECT =
            new Subject<>("offering", new Unknown(), Offering::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Offering {}

    /** It will run, or ran; {@code seated} are the students that have a seat. */
    record Scheduled(OfferingScheduled as, Set<String> seated) implements Offering {}

    /** An empty list when the same offering had been scheduled. */
    static List<OfferingEvent> decide(ScheduleOffering r, CourseListed course, Offering offering) {
        var scheduled =
                new OfferingScheduled(
                        r.offeringId(),
                        r.courseId(),
                        course.programId(),
                        course.institutionId(),
                        r.startsOn(),
                        r.endsOn(),
                        r.capacity(),
                        r.tuition(),
                        null,
                        null,
                        r.delivery(),
                        r.place(),
                        r.dueOn(),
                        Admission.OPEN,
                        null,
                        Period.ofDays(14),
                        null);
        if (offering instanceof Scheduled before && before.as().equals(scheduled)) return List.of();
        if (offering instanceof Scheduled)
            throw new Refusal(
                    ID_TAKEN, "Offering " + r.offeringId() + " exists with other particulars.");
        if (r.endsOn().isBefore(r.startsOn()))
            throw new Refusal(
                    DATES_OUT_OF_ORDER,
                    "endsOn " + r.endsOn() + " is before startsOn " + r.startsOn() + ".");
        return List.of(scheduled);
    }

    /** Takes a seat, if there is one and the student has none. */
    static List<OfferingEvent> decide(TakeSeat r, Offering offering) {
        if (!(offering instanceof Scheduled scheduled)) throw missing(r.offeringId());
        if (scheduled.seated().contains(r.studentId()))
            throw new Refusal(
                    ALREADY_ENROLLED,
                    "Student "
                            + r.studentId()
                            + " has a seat in offering "
                            + r.offeringId()
                            + " already.");
        if (scheduled.seated().size() >= scheduled.as().capacity())
            throw new Refusal(
                    OFFERING_FULL,
                    "All "
                            + scheduled.as().capacity()
                            + " seats of offering "
                            + r.offeringId()
                            + " are taken.");
        return List.of(new SeatTaken(r.offeringId(), r.enrollmentId(), r.studentId()));
    }

    /** The state after one more event. */
    static Offering evolve(Offering offering, OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled e -> new Scheduled(e, Set.of());
            case SeatTaken e -> seat((Scheduled) offering, e.studentId());
            case RefundPolicyRevised _,
                    SeatHeld _,
                    SeatReleased _,
                    WaitlistJoined _,
                    WaitlistLeft _,
                    OfferingCancelled _ ->
                    offering;
        };
    }

    /** What is known of it, or the refusal that it does not exist. */
    static OfferingScheduled known(Offering offering, String id) {
        if (!(offering instanceof Scheduled scheduled)) throw missing(id);
        return scheduled.as();
    }

    private static Scheduled seat(Scheduled offering, String studentId) {
        var seated = new HashSet<>(offering.seated());
        seated.add(studentId);
        return new Scheduled(offering.as(), Set.copyOf(seated));
    }

    private static Refusal missing(String id) {
        return new Refusal(OFFERING_NOT_FOUND, "There is no offering " + id + ".");
    }
}
