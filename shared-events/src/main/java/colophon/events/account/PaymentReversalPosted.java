package colophon.events.account;

import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * A payment had been booked wrongly. It counts as never received; both facts stay visible.
 *
 * @param amount the whole payment
 */
@Stored(as = "PaymentReversalPosted", version = 1)
public record PaymentReversalPosted(
        String institutionId,
        String studentId,
        String paymentId,
        Money amount,
        String reason,
        LocalDate reversedOn)
        implements AccountEvent {}
