package colophon.events.transcript;

/**
 * Everything that lies in the stream of one transcript: its entries, the courses completed, and the
 * certificates that rest on them.
 */
public interface TranscriptEvent {

    /** The student whose transcript it is. */
    String studentId();
}
