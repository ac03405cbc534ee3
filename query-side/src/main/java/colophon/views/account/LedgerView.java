package colophon.views.account;

import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.ledger.Ledger;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

/** Answers: what was posted to the account of one student at one institution? */
public final class LedgerView {

    /** All accounts; the index {@code student} finds those of a student, by institution. */
    public static final View<Ledger> VIEW =
            View.<Ledger>of("accounts", Ledger.class, LedgerView::key, LedgerView::evolve)
                    .indexed("student", Ledger::studentId, Ledger::institutionId);

    private LedgerView() {}

    private static @Nullable String key(Object event) {
        return switch (event) {
            case AccountEvent e -> Ledger.key(e.institutionId(), e.studentId());
            case StudentEnrolled e -> Ledger.key(e.institutionId(), e.studentId());
            default -> null;
        };
    }

    /** The account after one more event. An enrollment opens the account. */
    public static Ledger evolve(@Nullable Ledger before, Recorded<?> fact) {
        return switch (fact.event()) {
            case AccountEvent e ->
                    opened(before, e.institutionId(), e.studentId()).with(fact.as(e));
            case StudentEnrolled e -> opened(before, e.institutionId(), e.studentId());
            default -> throw new IllegalStateException("Not about an account: " + fact.event());
        };
    }

    private static Ledger opened(@Nullable Ledger before, String institutionId, String studentId) {
        return before == null ? Ledger.empty(institutionId, studentId) : before;
    }
}
