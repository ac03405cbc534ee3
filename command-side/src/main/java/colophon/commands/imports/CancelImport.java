package colophon.commands.imports;

import org.jspecify.annotations.Nullable;

/**
 * No more rows of an import, or of its reversal, are to be begun.
 *
 * @param requestedBy null where the program itself ends it
 */
public record CancelImport(String importId, String reason, @Nullable String requestedBy) {}
