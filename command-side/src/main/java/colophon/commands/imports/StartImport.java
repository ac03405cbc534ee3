package colophon.commands.imports;

import colophon.events.imports.ImportKind;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Starts an import: the rows of a file are carried out.
 *
 * @param digest keyed hash of the file
 * @param lastLine line number of the last row; the header is line 1
 * @param institutionIds the institutions whose data the rows may change; null for all
 * @param grant text that later tells whether the account still has its rights
 */
public record StartImport(
        String importId,
        ImportKind kind,
        String digest,
        int rows,
        int lastLine,
        String startedBy,
        @Nullable Set<String> institutionIds,
        String grant) {}
