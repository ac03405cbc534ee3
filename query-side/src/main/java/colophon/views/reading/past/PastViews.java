package colophon.views.reading.past;

import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** Gives snapshots of the past. */
public interface PastViews {

    /**
     * The limits of what an answer may use.
     *
     * @param asOf the last day, inclusive, on which a fact may have taken effect; null for any
     * @param knownAt the last instant, inclusive, at which it may have been recorded; null for any
     * @param position number of the last commit that may be read
     */
    record Cutoff(@Nullable LocalDate asOf, @Nullable Instant knownAt, long position) {}

    /**
     * A snapshot with everything that an answer about the subject needs.
     *
     * @param now the present snapshot, which must have read at least as far as the limits
     */
    ViewSnapshot of(ViewSnapshot now, TimeTravelSubject subject, String id, Cutoff until);
}
