package colophon.commands.erasure;

/**
 * A second administrator confirms an erasure. It cannot be undone.
 *
 * @param by account of the second administrator
 */
public record ConfirmErasure(String studentId, String by) {}
