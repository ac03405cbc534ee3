package colophon.commands.expense;

import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of an expense. Pure: no clock, no I/O, no framework. */
public sealed interface Expense {

    /** How expenses are loaded. */
    Subject<Expense, ExpenseEvent> SUBJECT =
            new Subject<>("expense", new Unknown(), Expense::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Expense {}

    /** It was recorded. */
    record Recorded(ExpenseRecorded as) implements Expense {}

    /** An empty list when the same expense had been recorded. */
    static List<ExpenseEvent> decide(RecordExpense r, Expense expense, LocalDate today) {
        if (expense instanceof Recorded before && same(r, before.as())) return List.of();
        if (expense instanceof Recorded)
            throw new Refusal(
                    ID_TAKEN, "Expense " + r.expenseId() + " exists with other particulars.");
        return List.of(
                new ExpenseRecorded(
                        r.expenseId(),
                        r.studentId(),
                        r.institutionId(),
                        r.amount(),
                        r.category(),
                        r.offeringId(),
                        Objects.requireNonNullElse(r.incurredOn(), today)));
    }

    /** The state after one more event. */
    static Expense evolve(Expense expense, ExpenseEvent event) {
        return switch (event) {
            case ExpenseRecorded e -> new Recorded(e);
            case ExpenseReversed _ -> expense;
        };
    }

    private static boolean same(RecordExpense r, ExpenseRecorded before) {
        return r.studentId().equals(before.studentId())
                && r.institutionId().equals(before.institutionId())
                && r.amount().equals(before.amount())
                && r.category() == before.category()
                && Objects.equals(r.offeringId(), before.offeringId())
                && (r.incurredOn() == null || r.incurredOn().equals(before.incurredOn()));
    }
}
