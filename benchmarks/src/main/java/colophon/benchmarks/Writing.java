package colophon.benchmarks;

/** A store that events are appended to, whoever made it. Closed when the measuring is over. */
public interface Writing extends AutoCloseable {

    /** Appends so many events to this stream in one commit and returns when it is durable. */
    void commit(String stream, long firstSequence, int events) throws Exception;
}
