package colophon.events.student;

import colophon.events.Stored;

/** A request to erase was withdrawn before it was confirmed. */
@Stored(as = "ErasureWithdrawn", version = 1)
public record ErasureWithdrawn(String studentId, String reason) implements StudentEvent {}
