package colophon.events.student;

import colophon.events.Stored;

/**
 * An administrator asked for the names of a student to be erased; a second one has to confirm.
 *
 * @param requestedBy account of the first
 */
@Stored(as = "ErasureRequested", version = 1)
public record ErasureRequested(String studentId, String reason, String requestedBy)
        implements StudentEvent {}
