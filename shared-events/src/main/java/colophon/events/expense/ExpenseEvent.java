package colophon.events.expense;

/** Everything that can happen to one expense. */
public sealed interface ExpenseEvent permits ExpenseRecorded, ExpenseReversed {

    /** The expense this is about. */
    String expenseId();

    /** The student who spent it. */
    String studentId();
}
