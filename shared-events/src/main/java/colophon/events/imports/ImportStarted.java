package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A file was checked, and its rows are carried out one by one.
 *
 * @param digest keyed hash of the file: recognises the same file, and reveals nothing of its
 *     contents
 * @param rows number of rows, without the header
 * @param lastLine line number of the last row; the header is line 1
 * @param startedBy the account in whose name the rows are carried out
 * @param institutionIds the institutions whose data the rows may change; null for all
 * @param grant tells whether the account still has the rights it had at the start; valid in this
 *     installation only; null if it was not recorded
 */
@Stored(as = "ImportStarted", version = 3)
public record ImportStarted(
        String importId,
        ImportKind kind,
        String digest,
        int rows,
        int lastLine,
        String startedBy,
        @Nullable Set<String> institutionIds,
        @Nullable String grant)
        implements ImportEvent {}
