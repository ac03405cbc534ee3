package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

/**
 * No further rows of an import, or of its reversal, may begin.
 *
 * @param requestedBy null if the system ended it because the account that began it lost the right
 *     to
 */
@Stored(as = "ImportCancellationRequested", version = 1)
public record ImportCancellationRequested(
        String importId, String reason, @Nullable String requestedBy) implements ImportEvent {}
