package colophon.events.student;

import colophon.events.Stored;

/**
 * An administrator asked to erase the names of a student. A second one has to confirm.
 *
 * @param requestedBy account of the first administrator
 */
@Stored(as = "ErasureRequested", version = 1)
public record ErasureRequested(String studentId, String reason, String requestedBy)
        implements StudentEvent {}
