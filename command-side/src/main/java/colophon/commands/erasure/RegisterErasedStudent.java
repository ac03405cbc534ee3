package colophon.commands.erasure;

import colophon.commands.gateway.SealedForStudent;

/**
 * A registration under the id of an erased student. Nothing can be sealed for that id any more, so
 * the command carries no names and is refused.
 */
public record RegisterErasedStudent(String studentId) implements SealedForStudent {}
