package colophon.commands.offering;

/** An enrollment needs a seat. */
public record TakeSeat(String offeringId, String enrollmentId, String studentId) {}
