package colophon.commands.rights;

import colophon.commands.desk.Personal;

/** Places the student's own statement beside what was not amended. */
public record PlaceStatement(String studentId, String amendmentId, String statement)
        implements Personal {}
