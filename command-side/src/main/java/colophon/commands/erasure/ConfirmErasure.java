package colophon.commands.erasure;

/**
 * A second administrator confirms an erasure; it cannot be undone.
 *
 * @param by the account of who confirms
 */
public record ConfirmErasure(String studentId, String by) {}
