package colophon.commands.erasure;

/** A request to erase is taken back. */
public record WithdrawErasure(String studentId, String reason) {}
