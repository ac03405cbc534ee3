package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

/**
 * No more rows of an import, or of its reversal, are to be begun.
 *
 * @param requestedBy null where the program itself ended it, since whoever began it may no more
 */
@Stored(as = "ImportCancellationRequested", version = 1)
public record ImportCancellationRequested(
        String importId, String reason, @Nullable String requestedBy) implements ImportEvent {}
