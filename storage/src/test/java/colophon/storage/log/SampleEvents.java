package colophon.storage.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;

import java.util.List;
import java.util.UUID;

/** Events for tests of the log, which does not look into them. */
public final class SampleEvents {

    private static final byte[] PAYLOAD =
            "{\"payload\":\"of some length and more\"}".getBytes(UTF_8);

    private SampleEvents() {}

    public static StreamPlace place(String stream, long sequence) {
        return new StreamPlace(stream, sequence, "Thing");
    }

    /** The event at a place. */
    public static LogEvent event(String stream, long sequence) {
        return event(place(stream, sequence));
    }

    /** With a time, in milliseconds. */
    public static LogEvent event(String stream, long sequence, long time) {
        return event(time, PAYLOAD, place(stream, sequence));
    }

    public static LogEvent event(String stream, long sequence, byte[] payload) {
        return event(1_000, payload, place(stream, sequence));
    }

    /** The event at these places; without a revision if there are several. */
    public static LogEvent event(StreamPlace... places) {
        return event(1_000, PAYLOAD, places);
    }

    public static LogEvent event(long time, byte[] payload, StreamPlace... places) {
        return new LogEvent(
                List.of(places),
                UUID.randomUUID().toString(),
                time,
                "SomethingHappened",
                places.length == 1 ? "1" : null,
                payload,
                "{\"by\":\"x\"}".getBytes(UTF_8));
    }
}
