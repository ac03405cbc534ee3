package colophon.views.history.text;

import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;

/** The texts of the events of an expense. */
final class ExpenseText {

    private ExpenseText() {}

    static String of(ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded _ ->
                    "Expense {expenseId}: {amount} for {category}[, for offering {offeringId}]";
            case ExpenseReversed _ -> "Expense {expenseId} is reversed";
        };
    }
}
