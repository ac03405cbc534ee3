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

    /** Whose books these are. */
    String institutionId();

    /** Whose account it is. */
    String studentId();
}
