package colophon.commands.student;

import java.time.LocalDate;

/**
 * Grants leave: the clock of a candidacy stops for these days.
 *
 * @param until last day of the leave, inclusive
 */
public record GrantLeave(
        String studentId, String certificateId, LocalDate from, LocalDate until, String reason) {}
