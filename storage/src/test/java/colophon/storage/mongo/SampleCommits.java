package colophon.storage.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.storage.log.LogEvent;

import java.util.UUID;

/** Events for tests of the log. */
public final class SampleCommits {

    private SampleCommits() {}

    /** The event at a place. */
    public static LogEvent event(String stream, long sequence) {
        return event(stream, sequence, 1_000);
    }

    /** With a time, in milliseconds. */
    public static LogEvent event(String stream, long sequence, long time) {
        return new LogEvent(
                stream,
                sequence,
                "Thing",
                UUID.randomUUID().toString(),
                time,
                "SomethingHappened",
                "1",
                "{\"a\":1}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }
}
