package colophon.views.disclosure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

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
        String interest) {}
