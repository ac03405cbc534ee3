package colophon.benchmarks.http;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** The behavior of one client. It is asked for the next request after each answer. */
@FunctionalInterface
public interface Script {

    /** {@code last} is null before the first request. */
    Request next(@Nullable Answer last);

    /** A request as bytes. Its time is counted under {@code kind}. */
    record Request(String kind, byte[] bytes) {

        public static Request get(String kind, String path) {
            return new Request(
                    kind,
                    ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        /** A command, with an Idempotency-Key of its own. */
        static Request post(String kind, String path, String key, String body) {
            return new Request(
                    kind,
                    ("POST "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                    + " application/json\r\nIdempotency-Key: "
                                    + key
                                    + "\r\nContent-Length: "
                                    + body.length()
                                    + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The parts of a response that matter here; {@code position} is 0 if there is none. */
    record Answer(String kind, int status, long position) {}
}
