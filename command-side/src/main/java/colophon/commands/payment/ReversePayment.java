package colophon.commands.payment;

/** Reverses a payment that was booked wrongly: it counts as never received. */
public record ReversePayment(String paymentId, String reason) {}
