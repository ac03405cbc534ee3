package colophon.storage.log;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One commit with all that is stored of it, for those who audit the log.
 *
 * @param number from 1, without gaps
 * @param time milliseconds since 1970, by the clock of its writer: less than before it, if that
 *     went back
 * @param hash what {@link Chain#next} gave when it was appended
 */
public record Recorded(
        long number,
        UUID id,
        long time,
        byte[] hash,
        List<LogEvent> events,
        @Nullable Reply reply) {}
