package colophon.views.reading.past;

import colophon.views.reading.Edition;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** Gives the views as they were. */
public interface Past {

    /**
     * What is to be left out of an answer.
     *
     * @param asOf the last day, inclusive, on which a fact may have taken effect; null for any
     * @param knownAt the last instant, inclusive, at which it may have been recorded; null for any
     * @param position number of the last commit that may be read
     */
    record Until(@Nullable LocalDate asOf, @Nullable Instant knownAt, long position) {}

    /**
     * An edition with all that an answer about the subject needs.
     *
     * @param now the views as they are, which have read at least as far as is asked about
     */
    Edition of(Edition now, Subject subject, String id, Until until);
}
