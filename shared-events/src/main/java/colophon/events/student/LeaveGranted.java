package colophon.events.student;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * The clock of a candidacy stands still.
 *
 * @param from first day of the leave
 * @param until its last day, inclusive
 */
@Stored(as = "LeaveGranted", version = 1)
public record LeaveGranted(
        String studentId, String certificateId, LocalDate from, LocalDate until, String reason)
        implements StudentEvent {}
