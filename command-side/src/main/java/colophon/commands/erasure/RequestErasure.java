package colophon.commands.erasure;

/**
 * An administrator requests the erasure of a student's names.
 *
 * @param by account of the administrator
 */
public record RequestErasure(String studentId, String reason, String by) {}
