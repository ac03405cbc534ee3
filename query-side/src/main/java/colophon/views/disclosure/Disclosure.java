package colophon.views.disclosure;

import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One disclosure: an account was shown records of a student. It holds no names, because it is kept
 * when the student is erased.
 *
 * @param at when, to the millisecond
 * @param who id of the account that asked
 * @param role the roles of the account, in words
 * @param studentId the student whose records were shown
 * @param what what was asked, in words
 * @param path the path of the request, without its query string: that may hold a name
 * @param form JSON, CSV or XLSX
 * @param moment which past was asked about, e.g. "asOf 2026-06-01"; null for the present
 * @param interest why
 * @param institutions those to which the account was limited then, in order; empty if it was not
 *     limited, or if this was not recorded
 */
public record Disclosure(
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

    /** A disclosure to an account that was not limited to institutions. */
    public Disclosure(
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

    /**
     * True if the viewer may see this. The entry tells where else the student is known, so the
     * viewer needs access to each of its institutions.
     */
    boolean isShownTo(Viewer viewer) {
        return viewer.sight().seesAtEach(studentId, institutions);
    }
}
