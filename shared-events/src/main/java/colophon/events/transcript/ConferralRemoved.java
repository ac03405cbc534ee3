package colophon.events.transcript;

import colophon.events.Stored;

/**
 * A certificate was revoked or superseded. It no longer rests on any entries.
 *
 * @param barred true if it is not conferred again automatically
 */
@Stored(as = "ConferralRemoved", version = 1)
public record ConferralRemoved(
        String studentId, String certificateId, String credentialId, boolean barred)
        implements TranscriptEvent {}
