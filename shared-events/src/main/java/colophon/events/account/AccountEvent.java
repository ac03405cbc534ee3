package colophon.events.account;

/** Every posting to one account, the ledger of one student at one institution. */
public sealed interface AccountEvent
        permits ChargePosted,
                AwardCredited,
                AwardWithdrawn,
                PaymentPosted,
                RefundPosted,
                ChargeReversed,
                ChargeWrittenOff,
                AwardPromised,
                AwardCreditReduced,
                PaymentReversalPosted,
                AllocationLocked,
                AllocationUnlocked,
                PaymentPlanAgreed,
                PaymentPlanEnded,
                ExpensePosted,
                ExpenseReversalPosted {

    /** The institution that keeps the account. */
    String institutionId();

    /** The student who owns the account. */
    String studentId();
}
