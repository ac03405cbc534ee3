package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The reversal of an import began, row by row.
 *
 * @param startedBy the account in whose name the rows are reversed
 * @param institutionIds the institutions whose data it may change; null for all
 * @param grant like the grant of the import, for the account that reverses it
 */
@Stored(as = "ImportReversalStarted", version = 3)
public record ImportReversalStarted(
        String importId,
        String reason,
        String startedBy,
        @Nullable Set<String> institutionIds,
        @Nullable String grant)
        implements ImportEvent {}
