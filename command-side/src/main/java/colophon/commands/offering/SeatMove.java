package colophon.commands.offering;

import java.time.LocalDate;

/** What an enrollment asks of its offering: a seat, a place in line, or neither any more. */
public sealed interface SeatMove {

    /** The offering that is asked. */
    String offeringId();

    /** The enrollment it is for. */
    String enrollmentId();

    /** Takes a seat for good: the one that is held for the enrollment, else a free one. */
    record Take(String offeringId, String enrollmentId, String studentId) implements SeatMove {}

    /** Keeps a free seat for the enrollment until {@code confirmBy}, inclusive. */
    record Hold(String offeringId, String enrollmentId, String studentId, LocalDate confirmBy)
            implements SeatMove {}

    /** Stands at the end of the line. */
    record Join(String offeringId, String enrollmentId, String studentId) implements SeatMove {}

    /** Gives up the seat, the held seat or the place in line, whatever the enrollment has. */
    record Leave(String offeringId, String enrollmentId) implements SeatMove {}
}
