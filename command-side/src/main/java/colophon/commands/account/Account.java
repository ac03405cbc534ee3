package colophon.commands.account;

import static colophon.commands.Reason.TOO_MANY_AWARDS;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.ExpensePosted;
import colophon.events.account.ExpenseReversalPosted;
import colophon.events.account.RefundPosted;
import colophon.events.award.AwardOffered;
import colophon.events.expense.ExpenseEvent;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;

import java.time.LocalDate;
import java.util.List;

/**
 * The ledger of one student at one institution. Most postings follow from a decision about an
 * enrollment, an award or a payment, and are in the same commit.
 */
public final class Account {

    /** How accounts are loaded; {@link #id} gives the id. */
    public static final StreamType<Ledger, AccountEvent> STREAM =
            new StreamType<>("account", Ledger.empty("", ""), Account::evolve);

    private Account() {}

    /** The id of the account of a student at an institution. */
    public static String id(String institutionId, String studentId) {
        return Ledger.key(institutionId, studentId);
    }

    /** The stream of the account of a student at an institution. */
    public static StreamId<Ledger, AccountEvent> stream(String institutionId, String studentId) {
        return STREAM.stream(id(institutionId, studentId));
    }

    /** Promises or credits the award. Refused if the student would hold too many awards. */
    public static List<AccountEvent> decide(PostAward command, Ledger account, LocalDate today) {
        var award = command.award();
        if (command.atMost() != null && account.awardsHeld(today).size() >= command.atMost())
            throw new Refusal(
                    TOO_MANY_AWARDS,
                    "Fund "
                            + award.fundId()
                            + " makes no award to a student who holds "
                            + command.atMost()
                            + " awards at "
                            + award.institutionId()
                            + ", as "
                            + award.studentId()
                            + " does.");
        return List.of(
                command.accepted()
                        ? credit(award, award.amount(), today)
                        : new AwardPromised(
                                award.institutionId(),
                                award.studentId(),
                                award.awardId(),
                                award.fundId(),
                                award.amount(),
                                award.expiresOn(),
                                today));
    }

    /** The award pays from now on, up to its worth. */
    public static AwardCredited credit(AwardOffered award, Money worth, LocalDate today) {
        return new AwardCredited(
                award.institutionId(),
                award.studentId(),
                award.awardId(),
                award.fundId(),
                award.enrollmentId(),
                worth,
                award.oneCourse(),
                award.covers(),
                award.expiresOn(),
                today);
    }

    /** Part of the payment was refunded to its payer. */
    public static RefundPosted refund(PaymentReceived payment, PaymentRefunded e) {
        return new RefundPosted(
                payment.institutionId(),
                payment.studentId(),
                e.paymentId(),
                e.refundId(),
                e.amount(),
                payment.payer(),
                e.reason(),
                e.refundedOn());
    }

    /** The state after one more event. */
    static Ledger evolve(Ledger before, AccountEvent event) {
        int count = before.postings().size();
        var opened = count == 0 ? Ledger.empty(event.institutionId(), event.studentId()) : before;
        var account = opened.with(Recorded.inOrder(event, count + 1));
        return switch (event) {
            case ExpensePosted e -> account.spent(spending(e, count + 1));
            case ExpenseReversalPosted e -> account.spent(spending(e, count + 1));
            default -> account;
        };
    }

    private static Recorded<ExpenseEvent> spending(ExpensePosted e, int order) {
        return Recorded.inOrder(
                new ExpenseRecorded(
                        e.expenseId(),
                        e.studentId(),
                        e.institutionId(),
                        e.amount(),
                        e.category(),
                        e.offeringId(),
                        e.incurredOn()),
                order);
    }

    private static Recorded<ExpenseEvent> spending(ExpenseReversalPosted e, int order) {
        return Recorded.inOrder(
                new ExpenseReversed(
                        e.expenseId(),
                        e.studentId(),
                        e.institutionId(),
                        e.reason(),
                        e.reversedOn()),
                order);
    }
}
