package colophon.events.transcript;

import colophon.events.Stored;

import java.util.List;

/**
 * A certificate rests on these transcript entries from now on.
 *
 * @param completions ids of the enrollments and transferred credits that earned it
 * @param allowances ids of the waivers and substitutions it needed
 */
@Stored(as = "ConferralPosted", version = 1)
public record ConferralPosted(
        String studentId,
        String certificateId,
        String credentialId,
        List<String> completions,
        List<String> allowances)
        implements TranscriptEvent {}
