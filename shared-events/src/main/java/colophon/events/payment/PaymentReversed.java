package colophon.events.payment;

import colophon.events.Stored;

import java.time.LocalDate;

/** The payment had been booked wrongly. It counts as never received; both facts stay visible. */
@Stored(as = "PaymentReversed", version = 1)
public record PaymentReversed(String paymentId, String reason, LocalDate reversedOn)
        implements PaymentEvent {}
