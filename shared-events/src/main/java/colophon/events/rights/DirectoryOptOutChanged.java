package colophon.events.rights;

import colophon.events.Stored;

/**
 * The student allowed or refused to be named to people who do not need the name.
 *
 * @param optedOut true if they refused
 */
@Stored(as = "DirectoryOptOutChanged", version = 1)
public record DirectoryOptOutChanged(String studentId, boolean optedOut) implements RightsEvent {}
