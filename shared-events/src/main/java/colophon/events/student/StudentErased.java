package colophon.events.student;

import colophon.events.Stored;

/**
 * A second administrator confirmed the erasure: nobody can identify this student any more. The key
 * is destroyed right after this event, and again at every start.
 *
 * @param confirmedBy account of the second administrator
 */
@Stored(as = "StudentErased", version = 1)
public record StudentErased(String studentId, String confirmedBy) implements StudentEvent {}
