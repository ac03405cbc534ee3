package colophon.commands.imports;

import colophon.events.imports.ImportKind;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The rows of a file are to be carried out.
 *
 * @param digest keyed hash of the file
 * @param lastLine number of the line of the last row; the header is line 1
 * @param institutionIds those whose things the rows may change; null for all
 * @param grant what the standing of who starts it is told by later
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
