package colophon.events.payment;

import colophon.events.Stored;

import java.time.LocalDate;

/**
 * The payment had been booked wrongly: it counts as never received, and both facts stay visible.
 */
@Stored(as = "PaymentReversed", version = 1)
public record PaymentReversed(String paymentId, String reason, LocalDate reversedOn)
        implements PaymentEvent {}
