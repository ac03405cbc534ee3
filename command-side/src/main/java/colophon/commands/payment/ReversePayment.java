package colophon.commands.payment;

/** A payment had been booked wrongly: it is to count as never received. */
public record ReversePayment(String paymentId, String reason) {}
