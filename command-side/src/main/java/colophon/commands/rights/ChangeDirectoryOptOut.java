package colophon.commands.rights;

import colophon.commands.gateway.SealedForStudent;

/** Allows or forbids naming a student to people who do not need the name. */
public record ChangeDirectoryOptOut(String studentId, boolean optedOut)
        implements SealedForStudent {}
