package colophon.events.progress;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** When a candidacy in which nothing happens ends by itself. */
public final class LapseClock {

    /** A leave, both days included: none of them counts. */
    public record Leave(LocalDate from, LocalDate until) {}

    private LapseClock() {}

    /**
     * The last day, inclusive, of the candidacy while nothing more happens. If that day is over,
     * the candidacy lapsed on the day after: what the student does later does not bring it back,
     * only a reinstatement does.
     *
     * @param after so long after the last sign of life
     * @param began the day it was declared, or reinstated last
     * @param signs days of enrollments and completions; those before {@code began} do not count
     */
    public static LocalDate lastDay(
            Period after, LocalDate began, Collection<LocalDate> signs, List<Leave> leaves) {
        var last = end(began, after, leaves);
        for (var sign : new TreeSet<>(signs)) {
            if (sign.isBefore(began)) continue;
            if (sign.isAfter(last)) break;
            var next = end(sign, after, leaves);
            if (next.isAfter(last)) last = next;
        }
        return last;
    }

    /** The day the clock runs out if it began that day; each day of leave moves it by one. */
    private static LocalDate end(LocalDate from, Period after, List<Leave> leaves) {
        var end = from.plus(after);
        var counted = from;
        for (var leave : leaves.stream().sorted(comparing(Leave::from)).toList()) {
            var first = leave.from().isAfter(counted) ? leave.from() : counted.plusDays(1);
            if (first.isAfter(end)) break;
            if (leave.until().isBefore(first)) continue;
            end = end.plusDays(ChronoUnit.DAYS.between(first, leave.until()) + 1);
            counted = leave.until();
        }
        return end;
    }
}
