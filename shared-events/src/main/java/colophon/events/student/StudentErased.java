package colophon.events.student;

import colophon.events.Stored;

/**
 * A second administrator confirmed: from here on nobody can tell who this student is. The key is
 * destroyed right after, and again at every start.
 *
 * @param confirmedBy account of the second
 */
@Stored(as = "StudentErased", version = 1)
public record StudentErased(String studentId, String confirmedBy) implements StudentEvent {}
