package colophon.commands.expense;

/** An expense had been recorded wrongly: it is to count no more. */
public record ReverseExpense(String expenseId, String reason) {}
