package colophon.commands.loading;

/** A log that several processes write to, as a {@link Barrier} needs it. */
public interface SharedLog {

    /**
     * Number of the newest commit, read from the log at each call. It includes every commit
     * acknowledged before the call. Throws AxonTransientException if the log does not answer.
     */
    long head();

    /**
     * Reports every event after a commit, in order, for at most {@code most} commits; an event of
     * several streams once for each of them.
     *
     * @return the number of the last reported commit
     */
    long replay(long after, int most, Listener listener);

    /** Receives the stream and sequence number of an event. */
    @FunctionalInterface
    interface Listener {
        void happened(String stream, long sequence);
    }
}
