package colophon.benchmarks.append;

/** A store to append events to. Closed after the measurement. */
public interface Writing extends AutoCloseable {

    /** Appends this many events to the stream in one commit. Returns when it is durable. */
    void commit(String stream, long firstSequence, int events) throws Exception;
}
