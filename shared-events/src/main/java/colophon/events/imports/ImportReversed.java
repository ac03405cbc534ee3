package colophon.events.imports;

import colophon.events.Stored;

/**
 * Every row that an import had changed something by was taken back, or could not be.
 *
 * @param refused rows that a rule kept as they are, because of what came after them
 */
@Stored(as = "ImportReversed", version = 1)
public record ImportReversed(String importId, int reversed, int refused) implements ImportEvent {}
