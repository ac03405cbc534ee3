package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What an import changed is being taken back, row by row.
 *
 * @param startedBy on whose behalf
 * @param institutionIds those whose things may be changed by it; null for all
 * @param grant as that of the import, of who takes it back
 */
@Stored(as = "ImportReversalStarted", version = 3)
public record ImportReversalStarted(
        String importId,
        String reason,
        String startedBy,
        @Nullable Set<String> institutionIds,
        @Nullable String grant)
        implements ImportEvent {}
