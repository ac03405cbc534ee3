package colophon.commands.desk;

/** A log that others write to as well, as far as a {@link Barrier} has to see it. */
public interface SharedLog {

    /**
     * Number of the newest commit, asked anew each time; nothing that was acknowledged to anybody
     * is missing from it. Throws AxonTransientException if the log cannot be asked.
     */
    long head();

    /**
     * Tells of every event after a commit, in order, up to so many commits.
     *
     * @return the number of the last commit told of
     */
    long tell(long after, int most, Listener listener);

    /** Hears that a stream has an event with this sequence number. */
    @FunctionalInterface
    interface Listener {
        void happened(String stream, long sequence);
    }
}
