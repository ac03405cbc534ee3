package colophon.events.transcript;

import colophon.events.Stored;

/**
 * A certificate was revoked or replaced: it rests on nothing any more.
 *
 * @param barred true if it is not conferred again by itself
 */
@Stored(as = "ConferralRemoved", version = 1)
public record ConferralRemoved(
        String studentId, String certificateId, String credentialId, boolean barred)
        implements TranscriptEvent {}
