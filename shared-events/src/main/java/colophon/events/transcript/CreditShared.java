package colophon.events.transcript;

import colophon.events.Stored;

/**
 * A completion or transferred credit also counts toward a degree of the student.
 *
 * @param creditId id of the enrollment or of the transferred credit
 * @param degree what it also counts toward
 */
@Stored(as = "CreditShared", version = 1)
public record CreditShared(
        String studentId, String sharingId, String creditId, String degree, String reason)
        implements TranscriptChange {}
