package colophon.views.overview;

import colophon.events.enrollment.EnrollmentState;
import colophon.events.money.Money;
import colophon.views.figures.Balances.Due;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The figures of one program in one or more terms. Counts up and down. */
final class OverviewCounts {

    private final Map<EnrollmentState, Integer> byStatus = new EnumMap<>(EnrollmentState.class);
    private final TreeMap<LocalDate, Money> open = new TreeMap<>();
    private int completions;
    private int conferrals;
    private @Nullable Money aid;

    /** {@code times} is 1 to count it, -1 to take it off. */
    void enrollment(EnrollmentState status, boolean completed, int times) {
        byStatus.merge(status, times, OverviewCounts::sumOrNone);
        if (completed) completions += times;
    }

    void conferral(int times) {
        conferrals += times;
    }

    void money(@Nullable LocalDate dueOn, Money amount, int times) {
        var change = times > 0 ? amount : amount.negated();
        if (dueOn == null) aid = aid == null ? change : aid.plus(change);
        else open.merge(dueOn, change, OverviewCounts::sumOrNone);
    }

    void add(OverviewCounts other) {
        other.byStatus.forEach((status, count) -> byStatus.merge(status, count, Integer::sum));
        other.open.forEach((dueOn, amount) -> open.merge(dueOn, amount, Money::plus));
        completions += other.completions;
        conferrals += other.conferrals;
        if (other.aid != null) aid = aid == null ? other.aid : aid.plus(other.aid);
    }

    /** The number of enrollments in each status that occurs. */
    Map<EnrollmentState, Integer> byStatus() {
        return Collections.unmodifiableMap(new EnumMap<>(byStatus));
    }

    /** True if nothing is counted. */
    boolean isEmpty() {
        return byStatus.isEmpty()
                && open.isEmpty()
                && conferrals == 0
                && (aid == null || aid.isZero());
    }

    int conferrals() {
        return conferrals;
    }

    int completions() {
        return completions;
    }

    Money aid(Currency currency) {
        return Objects.requireNonNullElse(aid, Money.zero(currency));
    }

    /** The open amount, and its parts due by the day, due before it and due after it. */
    Due due(Currency currency, LocalDate today) {
        var past = sum(open.headMap(today, false), currency);
        var now = past.plus(open.getOrDefault(today, Money.zero(currency)));
        var future = sum(open.tailMap(today, false), currency);
        return new Due(now.plus(future), now, past, future);
    }

    private static Money sum(Map<LocalDate, Money> amounts, Currency currency) {
        return amounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    private static @Nullable Integer sumOrNone(Integer a, Integer b) {
        return a + b == 0 ? null : Integer.valueOf(a + b);
    }

    private static @Nullable Money sumOrNone(Money a, Money b) {
        var sum = a.plus(b);
        return sum.isZero() ? null : sum;
    }
}
