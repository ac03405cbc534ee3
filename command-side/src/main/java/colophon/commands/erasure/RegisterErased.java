package colophon.commands.erasure;

import colophon.commands.desk.Personal;

/**
 * Somebody is to be registered under the id of an erased student. Nothing can be sealed for them
 * any more, so the command has no names, and is refused.
 */
public record RegisterErased(String studentId) implements Personal {}
