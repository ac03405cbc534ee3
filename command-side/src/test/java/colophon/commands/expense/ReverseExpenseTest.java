package colophon.commands.expense;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.EXPENSE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.campus.Sums.usd;

import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class ReverseExpenseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ExpenseRecorded RECORDED =
            new ExpenseRecorded(
                    "x-1", "s-1", "uva", usd("900"), ExpenseCategory.TRAVEL, null, TODAY);
    private static final ExpenseReversed REVERSED =
            new ExpenseReversed("x-1", "s-1", "uva", "wrong", TODAY);

    @Test
    void reverses_an_expense() {
        given(Expense.STREAM, RECORDED)
                .when(state -> Expense.decide(reverse("wrong"), state, TODAY))
                .then(REVERSED);
    }

    @Test
    void recognises_a_repeated_reversal() {
        given(Expense.STREAM, RECORDED, REVERSED)
                .when(state -> Expense.decide(reverse("wrong"), state, TODAY))
                .thenNothing();
    }

    @Test
    void refuses_to_reverse_it_again_for_another_reason() {
        given(Expense.STREAM, RECORDED, REVERSED)
                .when(state -> Expense.decide(reverse("late"), state, TODAY))
                .thenRefused(ALREADY_REVERSED, "x-1");
    }

    @Test
    void refuses_an_expense_nobody_recorded() {
        given(Expense.STREAM)
                .when(state -> Expense.decide(reverse("wrong"), state, TODAY))
                .thenRefused(EXPENSE_NOT_FOUND, "x-1");
    }

    @Test
    void keeps_the_id_of_a_reversed_expense_taken() {
        given(Expense.STREAM, RECORDED, REVERSED)
                .when(state -> Expense.decide(record("900"), state, TODAY))
                .thenNothing();
        given(Expense.STREAM, RECORDED, REVERSED)
                .when(state -> Expense.decide(record("90"), state, TODAY))
                .thenRefused(ID_TAKEN, "x-1");
    }

    private static RecordExpense record(String amount) {
        return new RecordExpense(
                "x-1", "s-1", "uva", usd(amount), ExpenseCategory.TRAVEL, null, TODAY);
    }

    private static ReverseExpense reverse(String reason) {
        return new ReverseExpense("x-1", reason);
    }
}
