package colophon.commands.rights;

import colophon.commands.gateway.SealedForStudent;

import java.util.List;

/**
 * Grants or denies a request to amend.
 *
 * @param corrections numbers of the commits that corrected the record: at least one if granted,
 *     none if denied
 */
public record DecideAmendment(
        String studentId,
        String amendmentId,
        boolean granted,
        String reason,
        List<Long> corrections)
        implements SealedForStudent {}
