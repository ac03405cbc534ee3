package colophon.storage.erasures;

import java.util.Set;

/**
 * The ids of all students who were erased, durably. Who is on it stays on it. Safe for use by many
 * threads, and on a server by many processes.
 */
public interface ErasureList {

    /** Everybody on it now. */
    Set<String> all();

    /** Puts a student on it; durable when this returns. Does nothing for who is on it. */
    void add(String studentId);

    /** Up to this commit of the log everybody erased is on the list; 0 at first. */
    long readTo();

    /** Remembers how far the log was read; less than before if the log is an earlier one now. */
    void readTo(long commit);
}
