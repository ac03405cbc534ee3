package colophon.views.disclosure;

import colophon.api.paging.FoundRecord;

import java.util.List;

/**
 * Keeps who was shown the records of which student. Entries are only added: nothing changes or
 * removes one, not even an erasure. Safe for use by many threads.
 */
public interface Disclosures {

    /**
     * Keeps all of these. They are on the disk when this returns.
     *
     * @throws DisclosureNotRecordedException if that is not certain; then nothing may be shown
     */
    void record(List<Disclosure> looks);

    /**
     * The disclosures of one student's records, newest first.
     *
     * @param behind the place of the last one already read, "" for none
     * @throws IllegalArgumentException if {@code behind} is no such place
     * @throws DisclosureNotRecordedException if they cannot be read now
     */
    List<FoundRecord<Disclosure>> of(String studentId, String behind, int limit);
}
