package colophon.commands.rights;

import colophon.commands.gateway.SealedForStudent;

/** Places the student's own statement beside what was not amended. */
public record PlaceStatement(String studentId, String amendmentId, String statement)
        implements SealedForStudent {}
