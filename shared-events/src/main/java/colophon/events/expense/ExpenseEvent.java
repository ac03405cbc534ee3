package colophon.events.expense;

import colophon.events.account.AccountEvent;

/** Everything that can happen to one expense. It lies in the stream of the account, too. */
public sealed interface ExpenseEvent extends AccountEvent permits ExpenseRecorded, ExpenseReversed {

    /** The expense this is about. */
    String expenseId();

    /** The student who spent it. */
    @Override
    String studentId();
}
