package colophon.storage.erasures;

import java.util.Set;

/**
 * The ids of all erased students, durably. An id is never removed. Safe for use by many threads,
 * and on a server by many processes.
 */
public interface ErasureList {

    /** All ids on the list. */
    Set<String> all();

    /** Adds a student; durable when this returns. Does nothing if the student is on the list. */
    void add(String studentId);

    /** The commit up to which every erasure in the log is on the list; 0 at first. */
    long readTo();

    /** Stores how far the log was read. This may go back, after an earlier log was restored. */
    void readTo(long commit);
}
