package colophon.commands.rights;

import colophon.commands.desk.Personal;

/** The student's own view of what was not amended is to be shown with the record. */
public record PlaceStatement(String studentId, String amendmentId, String statement)
        implements Personal {}
