package colophon.commands.expense;

import static colophon.commands.Reason.ALREADY_REVERSED;
import static colophon.commands.Reason.EXPENSE_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of an expense. */
public sealed interface Expense {

    /** How expenses are loaded. */
    StreamType<Expense, ExpenseEvent> STREAM =
            new StreamType<>("expense", new Unknown(), Expense::evolve, EXPENSE_NOT_FOUND);

    /** The expense does not exist. */
    record Unknown() implements Expense {}

    /** The expense was recorded. */
    record Recorded(ExpenseRecorded as) implements Expense {}

    /** The expense had been recorded wrongly and no longer counts. */
    record Reversed(ExpenseRecorded as, String reason) implements Expense {}

    /**
     * Records an expense. Returns an empty list if the same one was recorded, even if reversed
     * since.
     */
    static List<ExpenseEvent> decide(RecordExpense command, Expense expense, LocalDate today) {
        var before = first(expense);
        if (before != null && same(command, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Expense " + command.expenseId() + " exists with other particulars.");
        return List.of(
                new ExpenseRecorded(
                        command.expenseId(),
                        command.studentId(),
                        command.institutionId(),
                        command.amount(),
                        command.category(),
                        command.offeringId(),
                        Objects.requireNonNullElse(command.incurredOn(), today)));
    }

    /**
     * Reverses an expense. Returns an empty list if it was reversed already for the same reason.
     */
    static List<ExpenseEvent> decide(ReverseExpense command, Expense expense, LocalDate today) {
        var as = require(expense, command.expenseId());
        if (expense instanceof Reversed before && before.reason().equals(command.reason()))
            return List.of();
        if (expense instanceof Reversed)
            throw new Refusal(
                    ALREADY_REVERSED, "Expense " + command.expenseId() + " was reversed.");
        return List.of(
                new ExpenseReversed(
                        as.expenseId(),
                        as.studentId(),
                        as.institutionId(),
                        command.reason(),
                        today));
    }

    /** The state after one more event. */
    static Expense evolve(Expense expense, ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded e -> new Recorded(e);
            case ExpenseReversed e -> new Reversed(require(expense, e.expenseId()), e.reason());
        };
    }

    /** The event that recorded it. Refused if it does not exist. */
    static ExpenseRecorded require(Expense expense, String id) {
        var first = first(expense);
        if (first == null) throw STREAM.notFound(id);
        return first;
    }

    private static @Nullable ExpenseRecorded first(Expense expense) {
        return switch (expense) {
            case Unknown _ -> null;
            case Recorded recorded -> recorded.as();
            case Reversed reversed -> reversed.as();
        };
    }

    private static boolean same(RecordExpense command, ExpenseRecorded before) {
        return command.studentId().equals(before.studentId())
                && command.institutionId().equals(before.institutionId())
                && command.amount().equals(before.amount())
                && command.category() == before.category()
                && Objects.equals(command.offeringId(), before.offeringId())
                && (command.incurredOn() == null
                        || command.incurredOn().equals(before.incurredOn()));
    }
}
