package colophon.events.progress;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Computes when a candidacy without activity lapses. */
public final class LapseClock {

    /** A leave, first and last day inclusive. Its days do not run the clock. */
    public record LeavePeriod(LocalDate from, LocalDate until) {}

    private LapseClock() {}

    /**
     * The last day, inclusive, of the candidacy if nothing more happens. The candidacy lapses on
     * the day after. Later activity does not revive it; only a reinstatement does.
     *
     * @param after time from the last activity to the lapse
     * @param began the day of the declaration or of the last reinstatement
     * @param signs days of enrollments and completions; those before {@code began} do not count
     */
    public static LocalDate lastDay(
            Period after, LocalDate began, Collection<LocalDate> signs, List<LeavePeriod> leaves) {
        var last = end(began, after, leaves);
        for (var sign : new TreeSet<>(signs)) {
            if (sign.isBefore(began)) continue;
            if (sign.isAfter(last)) break;
            var next = end(sign, after, leaves);
            if (next.isAfter(last)) last = next;
        }
        return last;
    }

    /** The day the clock runs out if it started on {@code from}. Each day of leave adds a day. */
    private static LocalDate end(LocalDate from, Period after, List<LeavePeriod> leaves) {
        var end = from.plus(after);
        var counted = from;
        for (var leave : leaves.stream().sorted(comparing(LeavePeriod::from)).toList()) {
            var first = leave.from().isAfter(counted) ? leave.from() : counted.plusDays(1);
            if (first.isAfter(end)) break;
            if (leave.until().isBefore(first)) continue;
            end = end.plusDays(ChronoUnit.DAYS.between(first, leave.until()) + 1);
            counted = leave.until();
        }
        return end;
    }
}
