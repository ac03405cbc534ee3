package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A file was found in order, and its rows are being carried out one by one.
 *
 * @param digest keyed hash of the file: tells the same file again, and nothing of what is in it
 * @param rows how many it has, without the header
 * @param lastLine number of the line of the last one; the header is line 1
 * @param startedBy on whose behalf the rows are carried out
 * @param institutionIds those whose things the rows may change; null for all
 * @param grant tells, here only, whether the right of who started it is still the one of then; null
 *     where nobody wrote it down
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
