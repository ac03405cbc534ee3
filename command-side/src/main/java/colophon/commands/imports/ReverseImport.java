package colophon.commands.imports;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Reverses an import.
 *
 * @param institutionIds the institutions whose data it may change; null for all
 * @param grant text that later tells whether the account still has its rights
 */
public record ReverseImport(
        String importId,
        String reason,
        String startedBy,
        @Nullable Set<String> institutionIds,
        String grant) {}
