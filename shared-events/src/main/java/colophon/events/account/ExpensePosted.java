package colophon.events.account;

import colophon.events.Stored;
import colophon.events.expense.ExpenseCategory;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The account records an expense because an award may reimburse it. An expense is not billed and is
 * in no balance. {@code ExpenseRecorded} is in the same commit.
 */
@Stored(as = "ExpensePosted", version = 1)
public record ExpensePosted(
        String institutionId,
        String studentId,
        String expenseId,
        Money amount,
        ExpenseCategory category,
        @Nullable String offeringId,
        LocalDate incurredOn)
        implements AccountEvent {}
