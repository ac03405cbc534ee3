package colophon.storage.log;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One commit with everything that is stored of it, for auditing the log.
 *
 * @param number from 1, without gaps
 * @param time milliseconds since 1970, by the clock of its writer; earlier than that of the
 *     previous commit if the clock went back
 * @param hash the result of {@link HashChain#next} when it was appended
 */
public record StoredCommit(
        long number,
        UUID id,
        long time,
        byte[] hash,
        List<LogEvent> events,
        @Nullable Reply reply) {

    /** The bytes in its events. */
    public long bytes() {
        return events.stream().mapToLong(LogEvent::bytes).sum();
    }
}
