package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;

/** An expense on the account had been recorded wrongly: no award reimburses it any more. */
@Stored(as = "ExpenseReversalPosted", version = 1)
public record ExpenseReversalPosted(
        String institutionId,
        String studentId,
        String expenseId,
        String reason,
        LocalDate reversedOn)
        implements AccountEvent {}
