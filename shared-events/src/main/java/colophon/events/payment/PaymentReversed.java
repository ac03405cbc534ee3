package colophon.events.payment;

import colophon.events.BusinessDate;
import colophon.events.Stored;
import colophon.events.money.Money;

import java.time.LocalDate;

/**
 * The payment had been booked wrongly. It counts as never received; both facts stay visible.
 *
 * @param amount the whole payment
 */
@Stored(as = "PaymentReversed", version = 1)
public record PaymentReversed(
        String paymentId,
        String studentId,
        String institutionId,
        Money amount,
        String reason,
        @BusinessDate LocalDate reversedOn)
        implements PaymentEvent {}
