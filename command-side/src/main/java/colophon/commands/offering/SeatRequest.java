package colophon.commands.offering;

import java.time.LocalDate;

/** What an enrollment asks of its offering: a seat, a place on the waitlist, or to leave. */
public sealed interface SeatRequest {

    /** The offering. */
    String offeringId();

    /** The enrollment it is for. */
    String enrollmentId();

    /** Takes a seat for good: the one held for the enrollment, or else a free one. */
    record Take(String offeringId, String enrollmentId, String studentId) implements SeatRequest {}

    /** Holds a free seat for the enrollment until {@code confirmBy}, inclusive. */
    record Hold(String offeringId, String enrollmentId, String studentId, LocalDate confirmBy)
            implements SeatRequest {}

    /** Joins the end of the waitlist. */
    record Join(String offeringId, String enrollmentId, String studentId) implements SeatRequest {}

    /** Releases what the enrollment has: the seat, the held seat or the place on the waitlist. */
    record Leave(String offeringId, String enrollmentId) implements SeatRequest {}
}
