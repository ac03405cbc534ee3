package colophon.events.rights;

import colophon.events.Stored;

/**
 * The student is named, or is named no more, to those who need not know who it is.
 *
 * @param optedOut true if they are not to be named
 */
@Stored(as = "DirectoryOptOutChanged", version = 1)
public record DirectoryOptOutChanged(String studentId, boolean optedOut) implements RightsEvent {}
