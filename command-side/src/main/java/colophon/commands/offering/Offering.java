package colophon.commands.offering;

import static colophon.commands.Reason.ALREADY_ENROLLED;
import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.DEPOSIT_EXCEEDS_TUITION;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NOT_NEXT_IN_LINE;
import static colophon.commands.Reason.OFFERING_CANCELLED;
import static colophon.commands.Reason.OFFERING_FULL;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
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
import colophon.events.program.CourseListed;
import colophon.events.refund.RefundPolicy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The rules of an offering. */
public sealed interface Offering {

    /** How offerings are loaded. */
    StreamType<Offering, OfferingEvent> STREAM =
            new StreamType<>("offering", new Unknown(), Offering::evolve, OFFERING_NOT_FOUND);

    /** The ids of the enrollments with a seat or a place on the waitlist, now or when it ended. */
    List<String> enrollments();

    /** The offering does not exist. */
    record Unknown() implements Offering {
        @Override
        public List<String> enrollments() {
            return List.of();
        }
    }

    /**
     * The offering was scheduled and not cancelled.
     *
     * @param refundPolicy the refund policy for new enrollments, or null for none
     * @param seated id of the student, by enrollment
     * @param held offered seats by enrollment; they count against the capacity like taken ones
     * @param line the waitlist, longest wait first
     */
    record Scheduled(
            OfferingScheduled as,
            @Nullable RefundPolicy refundPolicy,
            Map<String, String> seated,
            Map<String, SeatHeld> held,
            List<WaitlistJoined> line)
            implements Offering {

        /** True if a seat is neither taken nor held. */
        public boolean hasSeat() {
            return seated.size() + held.size() < as.capacity();
        }

        /** True if a new student may have a seat. Waitlisted students go first. */
        public boolean isOpen() {
            return hasSeat() && line.isEmpty();
        }

        /**
         * The next student to be offered a free seat; null if there is none or the instructor
         * picks.
         */
        public @Nullable WaitlistJoined next() {
            return as.waitlist() == Waitlist.FIFO && hasSeat() && !line.isEmpty()
                    ? line.getFirst()
                    : null;
        }

        /**
         * With a seat, a held seat or a place on the waitlist; sorted, so that the same
         * cancellation writes the same commit.
         */
        @Override
        public List<String> enrollments() {
            var all = new TreeSet<>(seated.keySet());
            all.addAll(held.keySet());
            line.forEach(waiting -> all.add(waiting.enrollmentId()));
            return List.copyOf(all);
        }

        boolean waits(String enrollmentId) {
            return line.stream().anyMatch(waiting -> waiting.enrollmentId().equals(enrollmentId));
        }

        boolean knows(String studentId) {
            return seated.containsValue(studentId)
                    || held.values().stream().anyMatch(seat -> seat.studentId().equals(studentId))
                    || line.stream().anyMatch(waiting -> waiting.studentId().equals(studentId));
        }

        private Scheduled with(
                Map<String, String> nowSeated,
                Map<String, SeatHeld> nowHeld,
                List<WaitlistJoined> nowInLine) {
            return new Scheduled(as, refundPolicy, nowSeated, nowHeld, nowInLine);
        }
    }

    /** The program cancelled it; {@code enrollments} had a seat or a place on the waitlist. */
    record Cancelled(OfferingScheduled as, String reason, List<String> enrollments)
            implements Offering {}

    /** Schedules an offering. Returns an empty list if the same one is scheduled already. */
    static List<OfferingScheduled> decide(
            ScheduleOffering command, CourseListed course, Offering offering) {
        var scheduled =
                new OfferingScheduled(
                        command.offeringId(),
                        command.courseId(),
                        course.programId(),
                        course.institutionId(),
                        command.startsOn(),
                        command.endsOn(),
                        command.capacity(),
                        command.tuition(),
                        command.deposit(),
                        command.depositDueOn(),
                        command.delivery(),
                        command.place(),
                        command.dueOn(),
                        command.admission(),
                        command.waitlist(),
                        command.confirmWithin(),
                        versioned(command.refundPolicy(), 1));
        var before = first(offering);
        if (scheduled.equals(before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN,
                    "Offering " + command.offeringId() + " exists with other particulars.");
        if (command.endsOn().isBefore(command.startsOn()))
            throw new Refusal(
                    DATES_OUT_OF_ORDER,
                    "endsOn "
                            + command.endsOn()
                            + " is before startsOn "
                            + command.startsOn()
                            + ".");
        if (command.deposit() != null && command.deposit().compareTo(command.tuition()) > 0)
            throw new Refusal(
                    DEPOSIT_EXCEEDS_TUITION,
                    "The deposit "
                            + command.deposit()
                            + " is more than the tuition "
                            + command.tuition()
                            + ".");
        return List.of(scheduled);
    }

    /**
     * Adds the next version of the refund policy. Returns an empty list if the same policy is in
     * force.
     */
    static List<OfferingEvent> decide(ReviseRefundPolicy command, Offering offering) {
        var scheduled = running(offering, command.offeringId());
        var before = scheduled.refundPolicy();
        var version = before == null ? 0 : before.version();
        if (Objects.equals(versioned(command.refundPolicy(), version), before)) return List.of();
        return List.of(
                new RefundPolicyRevised(
                        command.offeringId(),
                        Objects.requireNonNull(versioned(command.refundPolicy(), version + 1)),
                        command.reason()));
    }

    /** Cancels it. Returns an empty list if it was cancelled already for the same reason. */
    static List<OfferingCancelled> decide(
            CancelOffering command, Offering offering, LocalDate today) {
        if (offering instanceof Cancelled c && c.reason().equals(command.reason()))
            return List.of();
        running(offering, command.offeringId());
        return List.of(new OfferingCancelled(command.offeringId(), command.reason(), today));
    }

    /**
     * Takes, holds or releases a seat, or a place on the waitlist. Leaving without having one
     * changes nothing.
     */
    static List<OfferingEvent> decide(SeatRequest move, Offering offering) {
        return switch (move) {
            case SeatRequest.Take command -> take(command, running(offering, command.offeringId()));
            case SeatRequest.Hold command -> hold(command, running(offering, command.offeringId()));
            case SeatRequest.Join command -> join(command, running(offering, command.offeringId()));
            case SeatRequest.Leave command -> leave(command, offering);
        };
    }

    private static List<OfferingEvent> take(SeatRequest.Take command, Scheduled offering) {
        var taken =
                new SeatTaken(command.offeringId(), command.enrollmentId(), command.studentId());
        if (offering.held().containsKey(command.enrollmentId())) return List.of(taken);
        if (offering.knows(command.studentId())) throw present(command.studentId(), offering);
        if (!offering.isOpen()) throw full(offering);
        return List.of(taken);
    }

    private static List<OfferingEvent> hold(SeatRequest.Hold command, Scheduled offering) {
        var held =
                new SeatHeld(
                        command.offeringId(),
                        command.enrollmentId(),
                        command.studentId(),
                        command.confirmBy());
        if (!offering.waits(command.enrollmentId())) {
            if (offering.knows(command.studentId())) throw present(command.studentId(), offering);
            if (!offering.isOpen()) throw full(offering);
            return List.of(held);
        }
        if (!offering.hasSeat()) throw full(offering);
        var first = offering.next();
        if (first != null && !first.enrollmentId().equals(command.enrollmentId()))
            throw new Refusal(
                    NOT_NEXT_IN_LINE,
                    "Enrollment "
                            + first.enrollmentId()
                            + " is first on the waitlist, not "
                            + command.enrollmentId()
                            + ".");
        return List.of(
                new WaitlistLeft(command.offeringId(), command.enrollmentId(), command.studentId()),
                held);
    }

    private static List<OfferingEvent> join(SeatRequest.Join command, Scheduled offering) {
        if (offering.knows(command.studentId())) throw present(command.studentId(), offering);
        if (offering.as().waitlist() == null) throw full(offering);
        return List.of(
                new WaitlistJoined(
                        command.offeringId(), command.enrollmentId(), command.studentId()));
    }

    private static List<OfferingEvent> leave(SeatRequest.Leave command, Offering offering) {
        if (!(offering instanceof Scheduled scheduled)) return List.of();
        var student = scheduled.seated().get(command.enrollmentId());
        var held = scheduled.held().get(command.enrollmentId());
        if (student == null && held != null) student = held.studentId();
        if (student != null)
            return List.of(new SeatReleased(command.offeringId(), command.enrollmentId(), student));
        for (var waiting : scheduled.line())
            if (waiting.enrollmentId().equals(command.enrollmentId()))
                return List.of(
                        new WaitlistLeft(
                                command.offeringId(), command.enrollmentId(), waiting.studentId()));
        return List.of();
    }

    /** The state after one more event. */
    static Offering evolve(Offering offering, OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled e ->
                    new Scheduled(e, e.refundPolicy(), Map.of(), Map.of(), List.of());
            case OfferingCancelled e -> {
                var before = (Scheduled) offering;
                yield new Cancelled(before.as(), e.reason(), before.enrollments());
            }
            case RefundPolicyRevised e -> {
                var before = (Scheduled) offering;
                yield new Scheduled(
                        before.as(),
                        e.refundPolicy(),
                        before.seated(),
                        before.held(),
                        before.line());
            }
            case SeatTaken e -> {
                var before = (Scheduled) offering;
                yield before.with(
                        and(before.seated(), e.enrollmentId(), e.studentId()),
                        without(before.held(), e.enrollmentId()),
                        before.line());
            }
            case SeatHeld e -> {
                var before = (Scheduled) offering;
                yield before.with(
                        before.seated(), and(before.held(), e.enrollmentId(), e), before.line());
            }
            case SeatReleased e -> {
                var before = (Scheduled) offering;
                yield before.with(
                        without(before.seated(), e.enrollmentId()),
                        without(before.held(), e.enrollmentId()),
                        before.line());
            }
            case WaitlistJoined e -> {
                var before = (Scheduled) offering;
                var line = new ArrayList<>(before.line());
                line.add(e);
                yield before.with(before.seated(), before.held(), List.copyOf(line));
            }
            case WaitlistLeft e -> {
                var before = (Scheduled) offering;
                yield before.with(
                        before.seated(),
                        before.held(),
                        before.line().stream()
                                .filter(one -> !one.enrollmentId().equals(e.enrollmentId()))
                                .toList());
            }
        };
    }

    /** The event that scheduled it, even if cancelled since. Refused if it does not exist. */
    static OfferingScheduled require(Offering offering, String id) {
        var first = first(offering);
        if (first == null) throw STREAM.notFound(id);
        return first;
    }

    /** The same of the stream with this id. */
    static OfferingScheduled require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    /** The offering and its seats. Refused if it does not exist or was cancelled. */
    static Scheduled running(Offering offering, String id) {
        require(offering, id);
        if (!(offering instanceof Scheduled scheduled))
            throw new Refusal(OFFERING_CANCELLED, "Offering " + id + " was cancelled.");
        return scheduled;
    }

    /** The same of the stream with this id. */
    static Scheduled running(States states, String id) {
        return running(states.read(STREAM.stream(id)), id);
    }

    private static @Nullable OfferingScheduled first(Offering offering) {
        return switch (offering) {
            case Unknown _ -> null;
            case Scheduled scheduled -> scheduled.as();
            case Cancelled cancelled -> cancelled.as();
        };
    }

    private static @Nullable RefundPolicy versioned(@Nullable RefundPolicy policy, int version) {
        if (policy == null) return null;
        return new RefundPolicy(
                version,
                policy.tiers(),
                policy.fee(),
                policy.nonRefundable(),
                policy.overrideUpTo());
    }

    private static Refusal present(String studentId, Scheduled offering) {
        return new Refusal(
                ALREADY_ENROLLED,
                "Student %s has a seat or a waitlist place in offering %s already."
                        .formatted(studentId, offering.as().offeringId()));
    }

    private static Refusal full(Scheduled offering) {
        var id = offering.as().offeringId();
        return new Refusal(
                OFFERING_FULL,
                offering.hasSeat()
                        ? "The free seats of offering " + id + " are for its waitlist."
                        : "All %d seats of offering %s are taken."
                                .formatted(offering.as().capacity(), id));
    }

    private static <V> Map<String, V> and(Map<String, V> some, String key, V value) {
        var more = new HashMap<>(some);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }

    private static <V> Map<String, V> without(Map<String, V> some, String key) {
        if (!some.containsKey(key)) return some;
        var fewer = new HashMap<>(some);
        fewer.remove(key);
        return Collections.unmodifiableMap(fewer);
    }
}
