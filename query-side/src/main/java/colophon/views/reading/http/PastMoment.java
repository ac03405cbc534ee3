package colophon.views.reading.http;

import colophon.api.problem.RequestProblem;
import colophon.api.request.PlausibleDay.PlausibleDayCheck;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The moment of the past that a query asks about; null where the request does not state it.
 *
 * @param asOf the last day on which a fact may have taken effect
 * @param knownAt the last instant at which it may have been recorded. For an instant in the future,
 *     "today" is the present day, and events that a faster clock has dated after now are still
 *     included.
 */
record PastMoment(@Nullable LocalDate asOf, @Nullable Instant knownAt) {

    /** The names of the two parameters. */
    static final List<String> PARAMETERS = List.of("asOf", "knownAt");

    /** Reads both from a request. Throws invalid-parameter. */
    static PastMoment of(HttpServletRequest request) {
        return new PastMoment(
                day(request.getParameter("asOf")), instant(request.getParameter("knownAt")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) return null;
        try {
            var day = LocalDate.parse(text);
            if (PlausibleDayCheck.isPlausible(day)) return day;
        } catch (DateTimeException e) {
            throw not("asOf", text, "a date like 2026-06-15");
        }
        throw not("asOf", text, "a day of the years 1900 to 2199");
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw not("knownAt", text, "an instant like 2026-06-15T16:30:00Z");
        }
    }

    private static RuntimeException not(String name, String text, String wanted) {
        return RequestProblem.INVALID_PARAMETER.because(name + " is '" + text + "', not " + wanted);
    }
}
