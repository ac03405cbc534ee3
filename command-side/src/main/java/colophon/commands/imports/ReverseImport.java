package colophon.commands.imports;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What an import changed is to be taken back.
 *
 * @param institutionIds those whose things may be changed by it; null for all
 * @param grant what the standing of who takes it back is told by later
 */
public record ReverseImport(
        String importId,
        String reason,
        String startedBy,
        @Nullable Set<String> institutionIds,
        String grant) {}
