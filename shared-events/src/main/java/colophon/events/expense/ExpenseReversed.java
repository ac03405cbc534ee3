package colophon.events.expense;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import java.time.LocalDate;

/**
 * The expense had been recorded wrongly. It no longer counts and no award reimburses it; both facts
 * stay visible.
 */
@Stored(as = "ExpenseReversed", version = 1)
public record ExpenseReversed(
        String expenseId,
        String studentId,
        String institutionId,
        String reason,
        @BusinessDate LocalDate reversedOn)
        implements ExpenseEvent {}
