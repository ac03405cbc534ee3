package colophon.commands.rights;

import colophon.commands.desk.Personal;

import java.util.List;

/**
 * A request to amend is answered.
 *
 * @param corrections numbers of the commits that corrected the record, at least one if it is
 *     granted; none if it is denied
 */
public record DecideAmendment(
        String studentId,
        String amendmentId,
        boolean granted,
        String reason,
        List<Long> corrections)
        implements Personal {}
