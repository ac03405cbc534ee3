package colophon.storage.mongo.appending;

/**
 * The log's documents, as the appender needs them: what stands between the algorithm and a server.
 */
@FunctionalInterface
public interface Slots {

    /** Does what is called for. Never throws: a failure is an answer. */
    Answer perform(Call call);
}
