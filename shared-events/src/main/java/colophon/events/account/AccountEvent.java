package colophon.events.account;

/** Every posting to one account, the ledger of one student at one institution. */
public sealed interface AccountEvent
        permits TuitionCharged, AwardCredited, AwardWithdrawn, PaymentPosted, RefundPosted {

    /** Whose books these are. */
    String institutionId();

    /** Whose account it is. */
    String studentId();
}
