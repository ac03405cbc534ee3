package colophon.storage.log;

import java.util.List;

/** A log as an auditor sees it: every stored byte of every commit, in order. */
public interface Records {

    /** Number of the last commit; 0 while there is none. */
    long head();

    /**
     * The commits after {@code after}, in order, with all that is stored of them; at most {@code
     * most}, fewer if they are large. Empty only at the head.
     *
     * @throws DamagedException if what is stored cannot even be read as commits
     */
    List<Recorded> records(long after, int most);
}
