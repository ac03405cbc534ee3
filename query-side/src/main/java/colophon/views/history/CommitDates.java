package colophon.views.history;

import colophon.events.EventDetails;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/** Answers: from which day on does an event count, given the events of its commit? */
final class CommitDates {

    private CommitDates() {}

    /**
     * The business date of an event. A seat has none of its own and takes that of its enrollment.
     * Null for an event that counts for every day.
     *
     * @param commit the events recorded together with this one, itself included
     */
    static @Nullable LocalDate on(Object event, Collection<?> commit) {
        return switch (event) {
            case SeatTaken e -> withEnrollment(e.enrollmentId(), commit);
            case SeatHeld e -> withEnrollment(e.enrollmentId(), commit);
            case SeatReleased e -> withEnrollment(e.enrollmentId(), commit);
            case WaitlistJoined e -> withEnrollment(e.enrollmentId(), commit);
            case WaitlistLeft e -> withEnrollment(e.enrollmentId(), commit);
            default -> EventDetails.businessDate(event);
        };
    }

    private static @Nullable LocalDate withEnrollment(String id, Collection<?> commit) {
        for (var other : commit)
            if (other instanceof EnrollmentEvent e && e.enrollmentId().equals(id)) {
                var day = EventDetails.businessDate(e);
                if (day != null) return day;
            }
        return null;
    }
}
