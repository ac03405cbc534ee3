package colophon.views.account;

import colophon.events.account.AccountEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.ledger.Ledger;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

/** Answers: what was posted to the account of one student at one institution? */
public final class Accounts {

    /** All accounts; {@code student} finds those of one, by institution. */
    public static final View<Ledger> VIEW =
            View.<Ledger>of("accounts", Accounts::key, Ledger::evolve)
                    .indexed("student", Ledger::studentId, Ledger::institutionId);

    private Accounts() {}

    private static @Nullable String key(Object event) {
        return switch (event) {
            case AccountEvent e -> Ledger.key(e.institutionId(), e.studentId());
            case ExpenseRecorded e -> Ledger.key(e.institutionId(), e.studentId());
            case StudentEnrolled e -> Ledger.key(e.institutionId(), e.studentId());
            default -> null;
        };
    }
}
