package colophon.events.imports;

import colophon.events.Stored;

/**
 * Every row by which an import had changed something was reversed, or was refused.
 *
 * @param refused rows that stay as they are, because a later fact builds on them
 */
@Stored(as = "ImportReversed", version = 1)
public record ImportReversed(String importId, int reversed, int refused) implements ImportEvent {}
