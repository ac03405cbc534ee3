package colophon.commands.rights;

import colophon.commands.desk.Personal;

/** A student is to be named no more to those who need not know who it is, or to be named again. */
public record ChangeDirectoryOptOut(String studentId, boolean optedOut) implements Personal {}
