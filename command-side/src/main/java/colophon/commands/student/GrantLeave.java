package colophon.commands.student;

import java.time.LocalDate;

/**
 * The clock of a candidacy is to stand still for a while.
 *
 * @param until last day of the leave, inclusive
 */
public record GrantLeave(
        String studentId, String certificateId, LocalDate from, LocalDate until, String reason) {}
