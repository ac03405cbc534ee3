package colophon.events.imports;

import colophon.events.Stored;

/** What an import changed is being taken back, row by row. */
@Stored(as = "ImportReversalStarted", version = 1)
public record ImportReversalStarted(String importId, String reason, String startedBy)
        implements ImportEvent {}
