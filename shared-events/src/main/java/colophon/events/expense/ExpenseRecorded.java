package colophon.events.expense;

import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A student spent money with a third party in order to attend. */
@Stored(as = "ExpenseRecorded", version = 1)
public record ExpenseRecorded(
        String expenseId,
        String studentId,
        String institutionId,
        Money amount,
        ExpenseCategory category,
        @Nullable String offeringId,
        LocalDate incurredOn)
        implements ExpenseEvent {}
