package colophon.views.disclosure;

import colophon.views.reading.Onlooker;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Somebody was shown records of a student. Names nobody: it is kept when the student is erased.
 *
 * @param at when, to the millisecond
 * @param who id of the account that asked
 * @param role what they were, in words
 * @param studentId whose records these were
 * @param what what was asked, in words
 * @param path where it was asked, without what followed a question mark: that may hold a name
 * @param form JSON, CSV or XLSX
 * @param moment which past was asked about, e.g. "asOf 2026-06-01"; null for the present
 * @param interest why
 * @param institutions those to which the account was limited then, in order; none where it was for
 *     all, or was not asked
 */
public record Look(
        Instant at,
        String who,
        String role,
        String studentId,
        String what,
        String path,
        String form,
        @Nullable String moment,
        String interest,
        List<String> institutions) {

    /** By somebody who was limited to no institution. */
    public Look(
            Instant at,
            String who,
            String role,
            String studentId,
            String what,
            String path,
            String form,
            @Nullable String moment,
            String interest) {
        this(at, who, role, studentId, what, path, form, moment, interest, List.of());
    }

    /** True if this may be shown: it tells where else the student is known. */
    boolean isShownTo(Onlooker onlooker) {
        return onlooker.sight().seesAtEach(studentId, institutions);
    }
}
