package colophon.commands.rights;

/** The student's own view of what was not amended is to be shown with the record. */
public record PlaceStatement(String studentId, String amendmentId, String statement) {}
