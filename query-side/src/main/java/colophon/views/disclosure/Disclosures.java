package colophon.views.disclosure;

import colophon.views.reading.ViewReader.Found;

import java.util.List;

/**
 * Where it is kept who was shown whose records: only added to, never changed, not by an erasure
 * either. Safe for use by many threads.
 */
public interface Disclosures {

    /**
     * Keeps all of these; when this returns, they are on the disk.
     *
     * @throws NotRecordedException if that is not certain; then nothing may be shown
     */
    void record(List<Look> looks);

    /**
     * Looks at the records of one student, the newest first.
     *
     * @param behind the place of the last one known already, "" for none
     * @throws IllegalArgumentException if that is no place here
     * @throws NotRecordedException if they cannot be read now
     */
    List<Found<Look>> of(String studentId, String behind, int limit);
}
