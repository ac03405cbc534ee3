package colophon.events.imports;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** What an import changed is being taken back, row by row. */
@Stored(as = "ImportReversalStarted", version = 2)
public record ImportReversalStarted(
        String importId, String reason, String startedBy, @Nullable Set<String> institutionIds)
        implements ImportEvent {}
