package colophon.commands.expense;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.campus.Sums.usd;

import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class RecordExpenseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void records_an_expense_on_the_day_that_is_given() {
        given(Expense.STREAM)
                .when(state -> Expense.decide(record("900", TODAY), state, TODAY.plusDays(3)))
                .then(recorded());
    }

    @Test
    void records_an_expense_today_when_no_day_is_given() {
        given(Expense.STREAM)
                .when(state -> Expense.decide(record("900", null), state, TODAY))
                .then(recorded());
    }

    @Test
    void recognises_a_repeated_request_on_a_later_day() {
        given(Expense.STREAM, recorded())
                .when(state -> Expense.decide(record("900", null), state, TODAY.plusDays(3)))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_an_expense_with_any_other_particular() {
        for (var other :
                List.of(
                        record("901", TODAY),
                        record("900", TODAY.plusDays(1)),
                        record("s-2", "uva", ExpenseCategory.TRAVEL, "o-1"),
                        record("s-1", "ucla", ExpenseCategory.TRAVEL, "o-1"),
                        record("s-1", "uva", ExpenseCategory.MEALS, "o-1"),
                        record("s-1", "uva", ExpenseCategory.TRAVEL, null)))
            given(Expense.STREAM, recorded())
                    .when(state -> Expense.decide(other, state, TODAY))
                    .thenRefused(ID_TAKEN, "x-1");
    }

    private static RecordExpense record(String amount, @Nullable LocalDate on) {
        return new RecordExpense(
                "x-1", "s-1", "uva", usd(amount), ExpenseCategory.TRAVEL, "o-1", on);
    }

    private static RecordExpense record(
            String studentId,
            String institutionId,
            ExpenseCategory category,
            @Nullable String offeringId) {
        return new RecordExpense(
                "x-1", studentId, institutionId, usd("900"), category, offeringId, TODAY);
    }

    private static ExpenseRecorded recorded() {
        return new ExpenseRecorded(
                "x-1", "s-1", "uva", usd("900"), ExpenseCategory.TRAVEL, "o-1", TODAY);
    }
}
