package colophon.events.student;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * A leave was granted: the clock of the candidacy stops for these days.
 *
 * @param from first day of the leave, inclusive
 * @param until last day of the leave, inclusive
 */
@Stored(as = "LeaveGranted", version = 1)
public record LeaveGranted(
        String studentId, String certificateId, LocalDate from, LocalDate until, String reason)
        implements StudentEvent {}
