package colophon.events.ledger;

import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.account.TuitionCharged;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers: what was posted to the account of one student at one institution, and what did the
 * student spend elsewhere? Only facts, in the order of the log; {@link Allocation} says what pays
 * what.
 */
public record Ledger(
        String institutionId,
        String studentId,
        List<Recorded<TuitionCharged>> charges,
        List<Recorded<AwardCredited>> awards,
        List<Recorded<AwardWithdrawn>> withdrawals,
        List<Recorded<PaymentPosted>> payments,
        List<Recorded<RefundPosted>> refunds,
        List<Recorded<ExpenseRecorded>> expenses) {

    /** The key of an account. */
    public static String key(String institutionId, String studentId) {
        return institutionId + "/" + studentId;
    }

    /** An account on which nothing has been posted. */
    public static Ledger empty(String institutionId, String studentId) {
        return new Ledger(
                institutionId,
                studentId,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The awards that still pay here, in the order of the log. */
    public List<Recorded<AwardCredited>> activeAwards() {
        if (withdrawals.isEmpty()) return awards;
        return awards.stream()
                .filter(
                        award ->
                                withdrawals.stream()
                                        .noneMatch(
                                                gone ->
                                                        gone.event()
                                                                .awardId()
                                                                .equals(award.event().awardId())))
                .toList();
    }

    /** The account after one more fact about it. */
    public static Ledger evolve(@Nullable Ledger before, Recorded<?> fact) {
        return switch (fact.event()) {
            case AccountEvent e -> opened(before, e.institutionId(), e.studentId()).post(e, fact);
            case ExpenseEvent e -> spend(before, e, fact);
            case StudentEnrolled e -> opened(before, e.institutionId(), e.studentId());
            default -> throw new IllegalStateException("Not about an account: " + fact.event());
        };
    }

    private static Ledger opened(@Nullable Ledger before, String institutionId, String studentId) {
        return before == null ? empty(institutionId, studentId) : before;
    }

    private static Ledger spend(@Nullable Ledger before, ExpenseEvent event, Recorded<?> fact) {
        return switch (event) {
            case ExpenseRecorded e -> {
                var a = opened(before, e.institutionId(), e.studentId());
                yield new Ledger(
                        a.institutionId,
                        a.studentId,
                        a.charges,
                        a.awards,
                        a.withdrawals,
                        a.payments,
                        a.refunds,
                        and(a.expenses, fact.as(e)));
            }
        };
    }

    private Ledger post(AccountEvent event, Recorded<?> fact) {
        return new Ledger(
                institutionId,
                studentId,
                event instanceof TuitionCharged e ? and(charges, fact.as(e)) : charges,
                event instanceof AwardCredited e ? and(awards, fact.as(e)) : awards,
                event instanceof AwardWithdrawn e ? and(withdrawals, fact.as(e)) : withdrawals,
                event instanceof PaymentPosted e ? and(payments, fact.as(e)) : payments,
                event instanceof RefundPosted e ? and(refunds, fact.as(e)) : refunds,
                expenses);
    }

    private static <T> List<T> and(List<T> some, T one) {
        var more = new ArrayList<T>(some.size() + 1);
        more.addAll(some);
        more.add(one);
        return List.copyOf(more);
    }
}
