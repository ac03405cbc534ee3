package colophon.events.expense;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A student spent money with a third party in order to attend. The account knows it because an
 * award may reimburse it; an expense is not billed and is in no balance.
 */
@Stored(as = "ExpenseRecorded", version = 1)
public record ExpenseRecorded(
        String expenseId,
        String studentId,
        String institutionId,
        Money amount,
        ExpenseCategory category,
        @Nullable String offeringId,
        @BusinessDate LocalDate incurredOn)
        implements ExpenseEvent {}
