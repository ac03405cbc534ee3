package colophon.commands.expense;

import colophon.events.expense.ExpenseCategory;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Records what a student spent with a third party.
 *
 * @param offeringId the offering it was spent for, or null
 * @param incurredOn null for today
 */
public record RecordExpense(
        String expenseId,
        String studentId,
        String institutionId,
        Money amount,
        ExpenseCategory category,
        @Nullable String offeringId,
        @Nullable LocalDate incurredOn) {}
