package colophon.storage.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;
import colophon.storage.log.LogEvent;

import java.util.List;
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
        return event(time, new StreamPlace(stream, sequence, "Thing"));
    }

    /** The event at these places. */
    public static LogEvent event(StreamPlace... places) {
        return event(1_000, places);
    }

    private static LogEvent event(long time, StreamPlace... places) {
        return new LogEvent(
                List.of(places),
                UUID.randomUUID().toString(),
                time,
                "SomethingHappened",
                "1",
                "{\"a\":1}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }
}
