package colophon.events.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.Coverage;
import colophon.events.ledger.AwardCoverage.CoverageRefusal;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;

class AwardCoverageTest {

    private static final LocalDate LAST = LocalDate.parse("2026-06-30");
    private static final Money TEN =
            new Money(new BigDecimal("10.00"), Currency.getInstance("USD"));

    private static final AwardCoverage TUITION =
            new AwardCoverage(Set.of(Coverage.TUITION), false, null, LAST);

    @Test
    void pays_what_its_fund_covers_up_to_and_on_its_last_day() {
        assertThat(TUITION.refusal(charge(ChargeKind.TUITION, "e-1", LAST))).isNull();
        assertThat(TUITION.refusal(charge(ChargeKind.TUITION, null, LAST))).isNull();
        assertThat(TUITION.refusal(charge(ChargeKind.TUITION, "e-1", LAST.plusDays(1))))
                .isEqualTo(CoverageRefusal.EXPIRED);
    }

    @Test
    void names_the_first_reason_that_applies() {
        var late = LAST.plusDays(1);
        assertThat(TUITION.refusal(charge(ChargeKind.LATE_FEE, null, late)))
                .hasToString("late-fee");
        assertThat(TUITION.refusal(charge(ChargeKind.DEPOSIT, null, late)))
                .hasToString("not-covered");
        var tied = new AwardCoverage(Set.of(Coverage.TUITION), true, "e-1", LAST);
        assertThat(tied.refusal(charge(ChargeKind.TUITION, "e-2", late))).hasToString("expired");
        assertThat(tied.refusal(charge(ChargeKind.TUITION, null, LAST)))
                .hasToString("other-enrollment");
        assertThat(tied.refusal(charge(ChargeKind.TUITION, "e-1", LAST))).isNull();
    }

    @Test
    void for_one_course_pays_nothing_without_an_enrollment_and_no_expenses() {
        var one = new AwardCoverage(Set.of(Coverage.TUITION, Coverage.EXPENSE), true, null, LAST);
        assertThat(one.refusal(charge(ChargeKind.TUITION, null, LAST))).hasToString("one-course");
        assertThat(one.refusal(charge(ChargeKind.TUITION, "e-1", LAST))).isNull();
        assertThat(one.refusal(expense(LAST.plusDays(1)))).hasToString("one-course");
    }

    @Test
    void reimburses_expenses_up_to_its_last_day_where_they_are_covered() {
        var travel = new AwardCoverage(Set.of(Coverage.EXPENSE), false, "e-1", LAST);
        assertThat(travel.refusal(expense(LAST))).isNull();
        assertThat(travel.refusal(expense(LAST.plusDays(1)))).hasToString("expired");
        assertThat(TUITION.refusal(expense(LAST))).hasToString("not-covered");
    }

    private static ChargePosted charge(
            ChargeKind kind, @Nullable String enrollmentId, LocalDate on) {
        return new ChargePosted("rbs", "s-1", "c", kind, enrollmentId, "o-1", TEN, null, on, on);
    }

    private static ExpenseRecorded expense(LocalDate on) {
        return new ExpenseRecorded("x", "s-1", "rbs", TEN, ExpenseCategory.TRAVEL, "o-1", on);
    }
}
