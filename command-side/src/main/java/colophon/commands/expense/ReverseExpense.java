package colophon.commands.expense;

/** Reverses an expense that was recorded wrongly. */
public record ReverseExpense(String expenseId, String reason) {}
