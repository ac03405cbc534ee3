package colophon.commands.erasure;

/** Withdraws a request to erase. */
public record WithdrawErasure(String studentId, String reason) {}
