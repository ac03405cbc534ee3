package colophon.commands.imports;

import org.jspecify.annotations.Nullable;

/**
 * Cancels an import or its reversal: no further rows are begun.
 *
 * @param requestedBy the account, or null if the system ends it
 */
public record CancelImport(String importId, String reason, @Nullable String requestedBy) {}
