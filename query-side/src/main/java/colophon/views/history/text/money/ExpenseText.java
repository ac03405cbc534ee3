package colophon.views.history.text.money;

import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;

/** The texts of the events of an expense. */
public final class ExpenseText {

    private ExpenseText() {}

    /** The template of an event, which its components fill. */
    public static String of(ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded _ ->
                    "Expense {expenseId}: {amount} for {category}[, for offering {offeringId}]";
            case ExpenseReversed _ -> "Expense {expenseId} is reversed";
        };
    }
}
