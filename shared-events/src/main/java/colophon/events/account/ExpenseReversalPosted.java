package colophon.events.account;

import colophon.events.Stored;

import java.time.LocalDate;

/** An expense the account knows of had been recorded wrongly: no award pays it back any more. */
@Stored(as = "ExpenseReversalPosted", version = 1)
public record ExpenseReversalPosted(
        String institutionId,
        String studentId,
        String expenseId,
        String reason,
        LocalDate reversedOn)
        implements AccountEvent {}
