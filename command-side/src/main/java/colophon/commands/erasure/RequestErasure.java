package colophon.commands.erasure;

/**
 * An administrator asks for a student's names to be erased.
 *
 * @param by the account of who asks
 */
public record RequestErasure(String studentId, String reason, String by) {}
