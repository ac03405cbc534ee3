package colophon.events.account;

/** Every event that is about an account alone. */
public sealed interface AccountPosting extends AccountEvent
        permits ChargePosted,
                ChargeReversed,
                ChargeWrittenOff,
                AllocationLocked,
                AllocationUnlocked,
                PaymentPlanAgreed,
                PaymentPlanEnded {}
